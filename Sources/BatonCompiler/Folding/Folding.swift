import BatonSyntax

/// Values that are known while compiling.
///
/// Only what cannot fail and stays small is folded; everything else is left to the running program, which then also gives
/// the errors.
enum Folding {
    /// Longest str, bytes or tuple that is made by folding, as in CPython.
    private static let longestText = 4096
    private static let longestTuple = 256

    static func constant(_ expression: Expression) -> CompiledConstant? {
        switch expression.kind {
        case .constant(let value): return CompiledConstant(value)
        case .name("__debug__"): return .bool(true)
        case .tuple(let elements): return constants(elements).map { .tuple($0) }
        case .unaryOp(let operation, let operand):
            return constant(operand).flatMap { Arithmetic.fold(operation, $0) }
        case .binOp(let left, let operation, let right):
            // The right side first: a long chain leans to the left.
            guard let right = constant(right), let left = constant(left) else { return nil }
            return fold(left, operation, right)
        default: return nil
        }
    }

    /// The value of an operation whose left side is known.
    static func constant(
        _ left: CompiledConstant, _ operation: BinaryOperator, _ right: Expression
    ) -> CompiledConstant? {
        constant(right).flatMap { fold(left, operation, $0) }
    }

    private static func fold(
        _ left: CompiledConstant, _ operation: BinaryOperator, _ right: CompiledConstant
    ) -> CompiledConstant? {
        Arithmetic.fold(left, operation, right).flatMap { isSmall($0) ? $0 : nil }
    }

    /// All of some expressions, if each is constant.
    static func constants(_ expressions: [Expression]) -> [CompiledConstant]? {
        var result: [CompiledConstant] = []
        for expression in expressions {
            guard let value = constant(expression) else { return nil }
            result.append(value)
        }
        return result
    }

    private static func isSmall(_ constant: CompiledConstant) -> Bool {
        switch constant {
        case .str(let scalars): scalars.count <= longestText
        case .bytes(let bytes): bytes.count <= longestText
        case .tuple(let items): items.count <= longestTuple
        default: true
        }
    }

    /// A list or set of constants on the right of `in`, as the tuple or frozenset that serves as well.
    static func members(_ expression: Expression) -> CompiledConstant? {
        switch expression.kind {
        case .list(let elements): constants(elements).map { .tuple($0) }
        case .set(let elements): constants(elements).map { .frozenSet($0) }
        default: nil
        }
    }

    /// Whether a condition is known to be true, or false.
    static func truth(_ expression: Expression) -> Bool? {
        switch expression.kind {
        case .constant, .tuple, .name: constant(expression)?.truth
        case .unaryOp(.not, let operand): truth(operand).map { !$0 }
        case .unaryOp, .binOp: constant(expression)?.truth
        default: nil
        }
    }

    /// Whether an expression is a constant as it stands, so that evaluating it has no effect.
    static func isConstant(_ expression: Expression) -> Bool {
        if case .constant = expression.kind { return true }
        return false
    }

    static func isNone(_ expression: Expression) -> Bool {
        if case .constant(.none) = expression.kind { return true }
        return false
    }
}

extension CompiledConstant {
    init(_ constant: Constant) {
        switch constant {
        case .none: self = .none
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .ellipsis: self = .ellipsis
        case .integer(let value): self = .int(value)
        case .largeInteger(let digits, let radix): self = .bigInt(digits: digits, base: radix)
        case .float(let value): self = .float(value)
        case .imaginary(let value): self = .complex(0, value)
        case .string(let text): self = .str(text)
        case .surrogateString(let scalars): self = .str(scalars)
        case .bytes(let bytes): self = .bytes(bytes)
        }
    }

    var truth: Bool {
        switch self {
        case .none: false
        case .ellipsis, .code, .bigInt: true
        case .bool(let value): value
        case .int(let value): value != 0
        case .float(let value): value != 0
        case .complex(let real, let imaginary): real != 0 || imaginary != 0
        case .str(let scalars): !scalars.isEmpty
        case .bytes(let bytes): !bytes.isEmpty
        case .tuple(let items), .frozenSet(let items): !items.isEmpty
        }
    }
}
