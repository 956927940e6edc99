/// What a token is.
enum TokenKind: UInt8 {
    case endMarker
    case newline
    case indent
    case dedent
    case name
    case number
    case string
    case fStringStart
    case fStringMiddle
    case fStringEnd
    /// The end of the tokens before the program's: inside a bracket, or where no token could be read.
    case broken
    /// A character that no Python program has outside of strings: `$`, `?`, `` ` ``, and `<>`.
    case stray

    case `false`
    case none
    case `true`
    case and
    case `as`
    case assert
    case async
    case await
    case `break`
    case `class`
    case `continue`
    case def
    case del
    case elif
    case `else`
    case except
    case finally
    case `for`
    case from
    case global
    case `if`
    case `import`
    case `in`
    case `is`
    case lambda
    case nonlocal
    case not
    case or
    case pass
    case raise
    case `return`
    case `try`
    case `while`
    case with
    case yield

    case openParen
    case closeParen
    case openBracket
    case closeBracket
    case openBrace
    case closeBrace
    case colon
    /// The colon before a format spec.
    case fieldColon
    case comma
    case semicolon
    case dot
    case ellipsis
    case exclamation
    case arrow
    case colonEqual
    case equal

    case equalEqual
    case notEqual
    case less
    case lessEqual
    case greater
    case greaterEqual

    case plus
    case minus
    case star
    case slash
    case doubleSlash
    case percent
    case at
    case doubleStar
    case leftShift
    case rightShift
    case ampersand
    case bar
    case circumflex
    case tilde

    case plusEqual
    case minusEqual
    case starEqual
    case slashEqual
    case doubleSlashEqual
    case percentEqual
    case atEqual
    case doubleStarEqual
    case leftShiftEqual
    case rightShiftEqual
    case ampersandEqual
    case barEqual
    case circumflexEqual
}

extension TokenKind {
    /// The operator of an augmented assignment.
    var augmented: BinaryOperator? {
        switch self {
        case .plusEqual: .add
        case .minusEqual: .subtract
        case .starEqual: .multiply
        case .slashEqual: .divide
        case .doubleSlashEqual: .floorDivide
        case .percentEqual: .modulo
        case .atEqual: .matrixMultiply
        case .doubleStarEqual: .power
        case .leftShiftEqual: .leftShift
        case .rightShiftEqual: .rightShift
        case .ampersandEqual: .bitAnd
        case .barEqual: .bitOr
        case .circumflexEqual: .bitXor
        default: nil
        }
    }

    /// A left-associative operator, and how tightly it binds.
    var binary: (operator: BinaryOperator, precedence: Int)? {
        switch self {
        case .bar: (.bitOr, 1)
        case .circumflex: (.bitXor, 2)
        case .ampersand: (.bitAnd, 3)
        case .leftShift: (.leftShift, 4)
        case .rightShift: (.rightShift, 4)
        case .plus: (.add, 5)
        case .minus: (.subtract, 5)
        case .star: (.multiply, 6)
        case .slash: (.divide, 6)
        case .doubleSlash: (.floorDivide, 6)
        case .percent: (.modulo, 6)
        case .at: (.matrixMultiply, 6)
        default: nil
        }
    }
}
