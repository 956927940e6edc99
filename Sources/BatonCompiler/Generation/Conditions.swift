import BatonSyntax

/// Conditions jump, and make no bool.
extension CodeGenerator {
    /// Goes to a label if the truth of an expression is `wanted`, else on.
    func jump(_ expression: Expression, if wanted: Bool, to label: Label) {
        if let truth = Folding.truth(expression) {
            if truth == wanted { jump(to: label, at: expression.span) }
            return
        }
        switch expression.kind {
        case .unaryOp(.not, let value): jump(value, if: !wanted, to: label)
        case .boolOp(let operation, let values):
            jump(values, deciding: operation == .or, if: wanted, to: label)
        case .compare(let left, let operators, let comparators):
            if operators.count == 1 {
                jump(left, operators[0], comparators[0], if: wanted, to: label, expression.span)
            } else {
                jump(left, operators, comparators, if: wanted, to: label, expression.span)
            }
        case .ifExp(let test, let body, let orElse):
            let otherwise = newLabel()
            let end = newLabel()
            jump(test, if: false, to: otherwise)
            jump(body, if: wanted, to: label)
            jump(to: end)
            place(otherwise)
            jump(orElse, if: wanted, to: label)
            place(end)
        default:
            let base = top
            let value = operand(expression)
            jump(value, if: wanted, to: label, expression.span)
            release(to: base)
        }
    }

    private func jump(_ value: Operand, if wanted: Bool, to label: Label, _ span: SourceSpan) {
        emit(
            .jumpIf, flags: drop(.dropA, value).union(wanted ? [] : .negate), value.register, to: label, at: span)
    }

    /// `and`, `or`: the first value whose truth is `deciding` decides.
    private func jump(_ values: [Expression], deciding: Bool, if wanted: Bool, to label: Label) {
        let last = values[values.count - 1]
        if deciding == wanted {
            for value in values { jump(value, if: wanted, to: label) }
        } else {
            let end = newLabel()
            for value in values.dropLast() { jump(value, if: deciding, to: end) }
            jump(last, if: wanted, to: label)
            place(end)
        }
    }

    // MARK: Comparisons

    private func jump(
        _ left: Expression, _ operation: CompareOperator, _ right: Expression, if wanted: Bool, to label: Label,
        _ span: SourceSpan
    ) {
        warnOfIdentity(left, operation, right, span)
        let base = top
        let first = operand(left, before: [right])
        if operation == .is || operation == .isNot, case .constant(.none) = right.kind {
            let negate = (operation == .is) != wanted
            emit(
                .jumpIfNone, flags: drop(.dropA, first).union(negate ? .negate : []), first.register, to: label,
                at: span)
        } else if let opcode = operation.jumpWithInt, let number = smallInt(right) {
            emit(
                opcode, flags: drop(.dropA, first).union(wanted ? [] : .negate), first.register, number, to: label,
                at: span)
        } else {
            let second = comparator(right, operation)
            jump(
                operation, first, second, flags: drop(.dropA, first).union(drop(.dropB, second)), if: wanted,
                to: label, span)
        }
        release(to: base)
    }

    /// Compares and jumps; `flags` are dropA for `first` and dropB for `second`.
    private func jump(
        _ operation: CompareOperator, _ first: Operand, _ second: Operand, flags: Instruction.Flags, if wanted: Bool,
        to label: Label, _ span: SourceSpan
    ) {
        if let opcode = operation.jump {
            let negate = operation.isNegated == wanted
            emit(
                opcode, flags: negate ? flags.union(.negate) : flags, first.register, second.register, to: label,
                at: span)
            return
        }
        let result = newTemporary()
        var dropping: Instruction.Flags = []
        if flags.contains(.dropA) { dropping.insert(.dropB) }
        if flags.contains(.dropB) { dropping.insert(.dropC) }
        compare(operation, first, second, flags: dropping, into: result, span)
        jump(Operand(register: result, isTemporary: true), if: wanted, to: label, span)
        release(to: result)
    }

    /// `a < b < c`
    private func jump(
        _ left: Expression, _ operators: [CompareOperator], _ comparators: [Expression], if wanted: Bool,
        to label: Label, _ span: SourceSpan
    ) {
        let base = top
        let end = newLabel()
        let failed = wanted ? end : label
        var first = operand(left, before: comparators)
        let mayAssign = hasAssignment(comparators)
        for (index, operation) in operators.enumerated() {
            let isLast = index == operators.count - 1
            let right = comparators[index]
            warnOfIdentity(index == 0 ? left : comparators[index - 1], operation, right, span)
            let second = comparator(
                right, operation, isLast: isLast, before: mayAssign ? Array(comparators[(index + 1)...]) : [])
            if isLast {
                jump(
                    operation, first, second, flags: drop(.dropA, first).union(drop(.dropB, second)), if: wanted,
                    to: label, span)
            } else if second.isTemporary {
                // The middle value is still there when the first comparison fails.
                let goOn = newLabel()
                jump(operation, first, second, flags: drop(.dropA, first), if: true, to: goOn, span)
                emit(.clear, second.register, at: span)
                jump(to: failed)
                place(goOn)
            } else {
                jump(operation, first, second, flags: drop(.dropA, first), if: false, to: failed, span)
            }
            first = second
        }
        place(end)
        release(to: base)
    }
}

extension CompareOperator {
    /// The opcode that compares and jumps; `is not` is the negation of the one of `is`.
    fileprivate var jump: Opcode? {
        switch self {
        case .equal: .jumpIfEqual
        case .notEqual: .jumpIfNotEqual
        case .less: .jumpIfLess
        case .lessOrEqual: .jumpIfLessOrEqual
        case .greater: .jumpIfGreater
        case .greaterOrEqual: .jumpIfGreaterOrEqual
        case .is, .isNot: .jumpIfIdentical
        case .in, .notIn: nil
        }
    }

    fileprivate var jumpWithInt: Opcode? {
        switch self {
        case .equal: .jumpIfEqualInt
        case .notEqual: .jumpIfNotEqualInt
        case .less: .jumpIfLessInt
        case .lessOrEqual: .jumpIfLessOrEqualInt
        case .greater: .jumpIfGreaterInt
        case .greaterOrEqual: .jumpIfGreaterOrEqualInt
        case .is, .isNot, .in, .notIn: nil
        }
    }
}
