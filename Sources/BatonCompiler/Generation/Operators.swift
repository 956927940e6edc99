import BatonSyntax

extension CodeGenerator {
    /// A chain such as `a + b + c` leans to the left; it is a list here, not a recursion.
    func binary(_ expression: Expression, into target: Int) {
        var chain: [Expression] = []
        var leaf = expression
        while case .binOp(let left, _, _) = leaf.kind {
            chain.append(leaf)
            leaf = left
        }
        let base = top
        var known = Folding.constant(leaf)
        var value: Operand?
        for (index, node) in chain.enumerated().reversed() {
            guard case .binOp(_, let operation, let right) = node.kind else { continue }
            if let left = known, let folded = Folding.constant(left, operation, right) {
                known = folded
                continue
            }
            let first = value ?? self.first(leaf, known, before: right, in: scratch(target))
            known = nil
            let result = index == 0 ? target : scratch(target) ?? (first.isTemporary ? first.register : newTemporary())
            operate(
                operation, first, right, into: result, second: first.register == target ? nil : scratch(target),
                flags: [], node.span)
            value = Operand(register: result, isTemporary: true)
        }
        if let known { load(known, into: target, at: expression.span) }
        release(to: base)
    }

    /// The value that a chain begins with: what is folded of it, or its leaf.
    private func first(
        _ leaf: Expression, _ known: CompiledConstant?, before right: Expression, in preferred: Int?
    ) -> Operand {
        guard let known else { return operand(leaf, in: preferred, before: [right]) }
        let register = preferred ?? newTemporary()
        load(known, into: register, at: leaf.span)
        return Operand(register: register, isTemporary: true)
    }

    /// R[target] = first <operation> right
    func operate(
        _ operation: BinaryOperator, _ first: Operand, _ right: Expression, into target: Int, second scratch: Int?,
        flags: Instruction.Flags, _ span: SourceSpan
    ) {
        let flags = flags.union(drop(.dropB, first, unless: target))
        if let number = smallInt(right), operation == .add || operation == .subtract {
            emit(
                operation == .add ? .addInt : .subtractInt, flags: flags, target, first.register, number, at: span)
            return
        }
        let second = operand(right, in: scratch)
        emit(
            operation.opcode, flags: flags.union(drop(.dropC, second, unless: target)), target, first.register,
            second.register, at: span)
    }

    /// A constant that fits into an instruction.
    func smallInt(_ expression: Expression) -> Int? {
        guard case .int(let value)? = Folding.constant(expression), Int16(exactly: value) != nil else { return nil }
        return value
    }

    func unary(_ expression: Expression, into target: Int) {
        guard case .unaryOp(let operation, let value) = expression.kind else { return }
        if let folded = Folding.constant(expression) {
            load(folded, into: target, at: expression.span)
            return
        }
        let base = top
        if operation == .not, case .compare(let left, let operators, let comparators) = value.kind,
            operators.count == 1, let negated = operators[0].exactNegation
        {
            comparison(left, negated, comparators[0], expression.span, into: target)
            return
        }
        let operand = operand(value, in: scratch(target))
        emit(
            operation.opcode, flags: drop(.dropB, operand, unless: target), target, operand.register,
            at: expression.span)
        release(to: base)
    }

    func boolean(_ operation: BoolOperator, _ values: [Expression], into target: Int) {
        let end = newLabel()
        for value in values.dropLast() {
            if let truth = Folding.truth(value) {
                // A constant ends the row, or counts for nothing.
                if truth == (operation == .or) {
                    evaluate(value, into: target)
                    place(end)
                    return
                }
                continue
            }
            evaluate(value, into: target)
            emit(.jumpIf, flags: operation == .and ? .negate : [], target, to: end, at: value.span)
            emit(.clear, target, at: value.span)
        }
        evaluate(values[values.count - 1], into: target)
        place(end)
    }

    // MARK: Comparing

    func comparison(
        _ left: Expression, _ operation: CompareOperator, _ right: Expression, _ span: SourceSpan, into target: Int
    ) {
        warnOfIdentity(left, operation, right, span)
        let base = top
        let first = operand(left, in: scratch(target), before: [right])
        let second = comparator(right, operation, in: first.register == target ? nil : scratch(target))
        compare(
            operation, first, second,
            flags: drop(.dropB, first, unless: target).union(drop(.dropC, second, unless: target)), into: target, span)
        release(to: base)
    }

    func compare(
        _ operation: CompareOperator, _ first: Operand, _ second: Operand, flags: Instruction.Flags, into target: Int,
        _ span: SourceSpan
    ) {
        emit(
            operation.opcode, flags: operation.isNegated ? flags.union(.negate) : flags, target, first.register,
            second.register, at: span)
    }

    /// The right side of a comparison. Of `in` it may be a list or a set of constants, which nobody else sees.
    func comparator(
        _ expression: Expression, _ operation: CompareOperator, in preferred: Int? = nil, isLast: Bool = true,
        before later: [Expression] = []
    ) -> Operand {
        if isLast, operation == .in || operation == .notIn, let members = Folding.members(expression) {
            let register = preferred ?? newTemporary()
            load(members, into: register, at: expression.span)
            return Operand(register: register, isTemporary: true)
        }
        return operand(expression, in: preferred, before: later)
    }

    /// Whether a part of a chain assigns to a variable, so that what stands before it has to be kept.
    func hasAssignment(_ expressions: [Expression]) -> Bool {
        expressions.contains { AssignmentSearch.contains($0) { _ in true } }
    }

    /// `a < b < c` as a value.
    func chain(
        _ left: Expression, _ operators: [CompareOperator], _ comparators: [Expression], _ span: SourceSpan,
        into target: Int
    ) {
        let base = top
        let end = newLabel()
        var first = operand(left, before: comparators)
        let mayAssign = hasAssignment(comparators)
        for (index, operation) in operators.enumerated() {
            let isLast = index == operators.count - 1
            let right = comparators[index]
            warnOfIdentity(index == 0 ? left : comparators[index - 1], operation, right, span)
            let second = comparator(
                right, operation, isLast: isLast, before: mayAssign ? Array(comparators[(index + 1)...]) : [])
            var flags = drop(.dropB, first)
            if isLast { flags.formUnion(drop(.dropC, second)) }
            compare(operation, first, second, flags: flags, into: target, span)
            if isLast { break }
            if second.isTemporary {
                let goOn = newLabel()
                emit(.jumpIf, target, to: goOn, at: span)
                emit(.clear, second.register, at: span)
                jump(to: end)
                place(goOn)
            } else {
                emit(.jumpIf, flags: .negate, target, to: end, at: span)
            }
            emit(.clear, target, at: span)
            first = second
        }
        place(end)
        release(to: base)
    }
}

extension BinaryOperator {
    var opcode: Opcode {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .matrixMultiply: .matrixMultiply
        case .divide: .trueDivide
        case .modulo: .remainder
        case .power: .power
        case .leftShift: .leftShift
        case .rightShift: .rightShift
        case .bitOr: .bitOr
        case .bitXor: .bitXor
        case .bitAnd: .bitAnd
        case .floorDivide: .floorDivide
        }
    }
}

extension UnaryOperator {
    var opcode: Opcode {
        switch self {
        case .invert: .invert
        case .not: .not
        case .plus: .positive
        case .minus: .negative
        }
    }
}

extension CompareOperator {
    var opcode: Opcode {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .is, .isNot: .identical
        case .in, .notIn: .contains
        }
    }

    var isNegated: Bool { self == .isNot || self == .notIn }

    /// The operator that gives the opposite bool of every two objects. Those that objects define have none.
    var exactNegation: CompareOperator? {
        switch self {
        case .is: .isNot
        case .isNot: .is
        case .in: .notIn
        case .notIn: .in
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: nil
        }
    }
}
