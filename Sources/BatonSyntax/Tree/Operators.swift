/// Python's `ast.boolop`.
public enum BoolOperator: Sendable {
    case and
    case or
}

/// Python's `ast.operator`; augmented assignment uses the same.
public enum BinaryOperator: Sendable {
    case add
    case subtract
    case multiply
    case matrixMultiply
    case divide
    case modulo
    case power
    case leftShift
    case rightShift
    case bitOr
    case bitXor
    case bitAnd
    case floorDivide
}

/// Python's `ast.unaryop`.
public enum UnaryOperator: Sendable {
    case invert
    case not
    case plus
    case minus
}

/// Python's `ast.cmpop`.
public enum CompareOperator: Sendable {
    case equal
    case notEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case `is`
    case isNot
    case `in`
    case notIn
}

/// What follows `!` in a replacement field; `ast.FormattedValue.conversion`.
public enum Conversion: Sendable {
    case str
    case repr
    case ascii
}
