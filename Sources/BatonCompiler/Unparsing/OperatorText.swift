import BatonSyntax

extension BinaryOperator {
    var text: String {
        switch self {
        case .add: " + "
        case .subtract: " - "
        case .multiply: " * "
        case .matrixMultiply: " @ "
        case .divide: " / "
        case .modulo: " % "
        case .power: " ** "
        case .leftShift: " << "
        case .rightShift: " >> "
        case .bitOr: " | "
        case .bitXor: " ^ "
        case .bitAnd: " & "
        case .floorDivide: " // "
        }
    }

    var level: SourceForm.Level {
        switch self {
        case .add, .subtract: .arithmetic
        case .multiply, .matrixMultiply, .divide, .modulo, .floorDivide: .term
        case .power: .power
        case .leftShift, .rightShift: .shift
        case .bitOr: .bitOr
        case .bitXor: .bitXor
        case .bitAnd: .bitAnd
        }
    }
}

extension UnaryOperator {
    var text: String {
        switch self {
        case .invert: "~"
        case .not: "not "
        case .plus: "+"
        case .minus: "-"
        }
    }
}

extension CompareOperator {
    var text: String {
        switch self {
        case .equal: " == "
        case .notEqual: " != "
        case .less: " < "
        case .lessOrEqual: " <= "
        case .greater: " > "
        case .greaterOrEqual: " >= "
        case .is: " is "
        case .isNot: " is not "
        case .in: " in "
        case .notIn: " not in "
        }
    }
}
