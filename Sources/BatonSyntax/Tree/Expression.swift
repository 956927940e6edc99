/// A part of a program that has a value: Python's `ast.expr`.
///
/// The names are those of the `ast` module in Swift's spelling. There is no `ctx`: whether a name is loaded, stored or
/// deleted follows from where it stands (an assignment's target, a `for`'s target, a `del`).
public struct Expression: Sendable {
    public let kind: Kind
    public let span: SourceSpan

    /// The number of expressions on the longest way down from here, this one included.
    ///
    /// A pass that recurses over the tree compares it with what its stack bears before it descends: one comparison at the
    /// root of a statement's expression holds for all of it. The parser keeps it at most `SyntaxLimits.height`.
    public let height: UInt32

    init(_ kind: Kind, _ span: SourceSpan, height: UInt32) {
        self.kind = kind
        self.span = span
        self.height = height
    }

    public indirect enum Kind: Sendable {
        /// `BoolOp`: two or more values; `a and b and c` is one node.
        case boolOp(BoolOperator, values: [Expression])
        /// `NamedExpr`: `target := value`; the target is a `name`.
        case namedExpr(target: Expression, value: Expression)
        /// `BinOp`.
        case binOp(left: Expression, BinaryOperator, right: Expression)
        /// `UnaryOp`.
        case unaryOp(UnaryOperator, operand: Expression)
        /// `Lambda`.
        case lambda(Arguments, body: Expression)
        /// `IfExp`: `body if test else orElse`.
        case ifExp(test: Expression, body: Expression, orElse: Expression)
        /// `Dict`: as many keys as values; no key where `**value` stands.
        case dict(keys: [Expression?], values: [Expression])
        /// `Set`: at least one element.
        case set([Expression])
        /// `ListComp`.
        case listComp(element: Expression, [Comprehension])
        /// `SetComp`.
        case setComp(element: Expression, [Comprehension])
        /// `DictComp`.
        case dictComp(key: Expression, value: Expression, [Comprehension])
        /// `GeneratorExp`.
        case generatorExp(element: Expression, [Comprehension])
        /// `Yield`.
        case yield(Expression?)
        /// `YieldFrom`.
        case yieldFrom(Expression)
        /// `Compare`: as many operators as comparators, at least one.
        case compare(left: Expression, [CompareOperator], comparators: [Expression])
        /// `Call`.
        case call(function: Expression, args: [Expression], keywords: [Keyword])
        /// `FormattedValue`: one `{value!conversion:formatSpec}` of an f-string; the spec is a `joinedStr`.
        case formattedValue(value: Expression, Conversion?, formatSpec: Expression?)
        /// `JoinedStr`: an f-string; its values are string constants and `formattedValue`s.
        case joinedStr([Expression])
        /// `Constant`.
        case constant(Constant)
        /// `Attribute`.
        case attribute(value: Expression, String)
        /// `Subscript`: the index may be a `slice`, or a `tuple` that holds slices.
        case `subscript`(value: Expression, index: Expression)
        /// `Starred`: in calls, displays and assignment targets.
        case starred(Expression)
        /// `Name`, in its NFKC form.
        case name(String)
        /// `List`.
        case list([Expression])
        /// `Tuple`.
        case tuple([Expression])
        /// `Slice`: only in a `subscript`.
        case slice(lower: Expression?, upper: Expression?, step: Expression?)
    }
}
