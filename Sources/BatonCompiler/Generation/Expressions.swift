import BatonSyntax

extension CodeGenerator {
    /// Evaluates an expression into a register: a temporary that is empty, or a local variable, which keeps its old value
    /// until nothing of the expression is left to be evaluated.
    func evaluate(_ expression: Expression, into target: Int) {
        switch expression.kind {
        case .name(let name): load(name, into: target, at: expression.span)
        case .constant(let value): load(CompiledConstant(value), into: target, at: expression.span)
        case .binOp: binary(expression, into: target)
        case .unaryOp: unary(expression, into: target)
        case .attribute(let value, let name):
            attribute(value, name, expression.span, into: target)
        case .subscript(let value, let index): item(value, index, expression.span, into: target)
        case .ifExp(let test, let body, let orElse): conditional(test, body, orElse, into: target)
        case .lambda: lambda(expression, into: target)
        case .list, .tuple, .set, .dict: display(expression, into: target)
        case .slice(let lower, let upper, let step): slice(lower, upper, step, expression.span, into: target)
        case .compare(let left, let operators, let comparators) where operators.count == 1:
            comparison(left, operators[0], comparators[0], expression.span, into: target)
        case .yield(let value): yield(value, expression.span, into: target)
        case .starred: fail("can't use starred expression here", at: expression.span)
        case .boolOp, .compare, .namedExpr, .call, .joinedStr, .formattedValue, .listComp, .setComp, .dictComp,
            .generatorExp, .yieldFrom:
            if isTemporary(target) {
                evaluateInSteps(expression, into: target)
            } else {
                // What writes its target before the end must not write a variable.
                let value = newTemporary()
                evaluateInSteps(expression, into: value)
                emit(.take, target, value, at: expression.span)
                release(to: value)
            }
        }
    }

    private func evaluateInSteps(_ expression: Expression, into target: Int) {
        let span = expression.span
        switch expression.kind {
        case .boolOp(let operation, let values): boolean(operation, values, into: target)
        case .compare(let left, let operators, let comparators):
            chain(left, operators, comparators, span, into: target)
        case .namedExpr(let name, let value): named(name, value, span, into: target)
        case .call(let function, let args, let keywords): call(function, args, keywords, span, into: target)
        case .joinedStr(let values): joined(values[...], span, into: target)
        case .formattedValue(let value, let conversion, let spec):
            formatted(value, conversion, spec, span, into: target)
        case .listComp(let element, let clauses): comprehension([element], clauses, "<listcomp>", span, into: target)
        case .setComp(let element, let clauses): comprehension([element], clauses, "<setcomp>", span, into: target)
        case .dictComp(let key, let value, let clauses):
            comprehension([key, value], clauses, "<dictcomp>", span, into: target)
        case .generatorExp(let element, let clauses):
            comprehension([element], clauses, "<genexpr>", span, into: target)
        case .yieldFrom(let value):
            evaluate(value, into: target)
            emit(.getYieldFromIterator, target, target, at: span)
            emit(.yieldFrom, target, target, at: span)
        default: preconditionFailure("not an expression of several steps")
        }
    }

    private func attribute(_ value: Expression, _ name: String, _ span: SourceSpan, into target: Int) {
        let object = operand(value, in: scratch(target))
        emit(
            .loadAttribute, flags: drop(.dropB, object, unless: target), target, object.register,
            site(scope.mangled(name)), at: span)
        release(object, unless: target)
    }

    private func item(_ value: Expression, _ index: Expression, _ span: SourceSpan, into target: Int) {
        warnOfItem(value, index)
        let base = top
        let object = operand(value, in: scratch(target), before: [index])
        let key = operand(index, in: object.register == target ? nil : scratch(target))
        emit(
            .getItem, flags: drop(.dropB, object, unless: target).union(drop(.dropC, key, unless: target)), target,
            object.register, key.register, at: span)
        release(to: base)
    }

    /// A temporary that is to be written may hold what is needed on the way; a variable may not.
    func scratch(_ target: Int) -> Int? { isTemporary(target) ? target : nil }

    private func release(_ operand: Operand, unless target: Int) {
        if operand.isTemporary, operand.register != target { release(to: operand.register) }
    }

    private func slice(
        _ lower: Expression?, _ upper: Expression?, _ step: Expression?, _ span: SourceSpan, into target: Int
    ) {
        let base = top
        for part in [lower, upper, step] {
            let register = newTemporary()
            if let part {
                evaluate(part, into: register)
            } else {
                load(.none, into: register, at: span)
            }
        }
        emit(.buildSlice, target, base, at: span)
        release(to: base)
    }

    private func conditional(_ test: Expression, _ body: Expression, _ orElse: Expression, into target: Int) {
        if let isTrue = Folding.truth(test) {
            evaluate(isTrue ? body : orElse, into: target)
            return
        }
        let otherwise = newLabel()
        let end = newLabel()
        jump(test, if: false, to: otherwise)
        evaluate(body, into: target)
        jump(to: end)
        place(otherwise)
        evaluate(orElse, into: target)
        place(end)
    }

    private func named(_ name: Expression, _ value: Expression, _ span: SourceSpan, into target: Int) {
        guard case .name(let identifier) = name.kind else { return }
        evaluate(value, into: target)
        store(identifier, Operand(register: target, isTemporary: false), at: name.span)
    }

    private func yield(_ value: Expression?, _ span: SourceSpan, into target: Int) {
        let base = top
        let given = scratch(target) ?? newTemporary()
        if let value {
            evaluate(value, into: given)
        } else {
            load(.none, into: given, at: span)
        }
        emit(.yieldValue, target, given, at: span)
        release(to: base)
    }

    /// Evaluates for nothing but the effects.
    func evaluateAndDrop(_ expression: Expression) {
        if Folding.isConstant(expression) { return }
        let base = top
        let value = operand(expression)
        if value.isTemporary { emit(.clear, value.register, at: expression.span) }
        release(to: base)
    }
}
