/// A statement: Python's `ast.stmt`.
public struct Statement: Sendable {
    public let kind: Kind
    /// From the statement's keyword (of a decorated definition: `def` or `class`, not the `@`) to its last byte.
    public let span: SourceSpan

    init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    public indirect enum Kind: Sendable {
        /// `FunctionDef`.
        case functionDef(FunctionDef)
        /// `ClassDef`.
        case classDef(ClassDef)
        /// `Return`.
        case `return`(Expression?)
        /// `Delete`.
        case delete([Expression])
        /// `Assign`: `a = b = value` has two targets.
        case assign(targets: [Expression], value: Expression)
        /// `AugAssign`.
        case augAssign(target: Expression, BinaryOperator, value: Expression)
        /// `AnnAssign`: `isSimple` for a bare name without parentheses, the only form whose annotation is stored.
        case annAssign(target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
        /// `For`.
        case `for`(target: Expression, iterable: Expression, body: [Statement], orElse: [Statement])
        /// `While`.
        case `while`(test: Expression, body: [Statement], orElse: [Statement])
        /// `If`: an `elif` is an `if` alone in `orElse`.
        case `if`(test: Expression, body: [Statement], orElse: [Statement])
        /// `With`.
        case with([WithItem], body: [Statement])
        /// `Raise`.
        case raise(exception: Expression?, cause: Expression?)
        /// `Try`, or `TryStar`, whose handlers say `except*`.
        case `try`(
            body: [Statement], handlers: [ExceptHandler], orElse: [Statement], finalBody: [Statement], isStar: Bool)
        /// `Assert`.
        case assert(test: Expression, message: Expression?)
        /// `Import`.
        case `import`([Alias])
        /// `ImportFrom`: `level` counts the leading dots; `from m import *` has one alias named `*`.
        case importFrom(module: String?, [Alias], level: Int)
        /// `Global`.
        case global([String])
        /// `Nonlocal`.
        case nonlocal([String])
        /// `Expr`.
        case expr(Expression)
        /// `Pass`.
        case pass
        /// `Break`.
        case `break`
        /// `Continue`.
        case `continue`
    }
}

/// The fields of `ast.FunctionDef`.
public struct FunctionDef: Sendable {
    public let name: String
    public let arguments: Arguments
    public let body: [Statement]
    public let decorators: [Expression]
    public let returns: Expression?
}

/// The fields of `ast.ClassDef`.
public struct ClassDef: Sendable {
    public let name: String
    public let bases: [Expression]
    public let keywords: [Keyword]
    public let body: [Statement]
    public let decorators: [Expression]
}

/// Python's `ast.ExceptHandler`; `except:` has no type.
public struct ExceptHandler: Sendable {
    public let type: Expression?
    public let name: String?
    public let body: [Statement]
    public let span: SourceSpan
}

/// Python's `ast.withitem`.
public struct WithItem: Sendable {
    public let context: Expression
    public let target: Expression?
}

/// Python's `ast.alias`; the name may be dotted in `import`, and `*` in `from … import *`.
public struct Alias: Sendable {
    public let name: String
    public let asName: String?
    public let span: SourceSpan
}
