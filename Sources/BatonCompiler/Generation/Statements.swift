import BatonSyntax

extension CodeGenerator {
    func statements(_ body: [Statement]) {
        for statement in body { self.statement(statement) }
    }

    func statement(_ statement: Statement) {
        let span = statement.span
        switch statement.kind {
        case .functionDef(let definition): functionDefinition(definition, span)
        case .classDef(let definition): classDefinition(definition, span)
        case .return(let value): returnStatement(value, span)
        case .delete(let targets):
            for target in targets { deletion(target) }
        case .assign(let targets, let value): assignment(targets, value, span)
        case .augAssign(let target, let operation, let value): augmentedAssignment(target, operation, value, span)
        case .annAssign(let target, let annotation, let value, let isSimple):
            annotatedAssignment(target, annotation, value, isSimple: isSimple, span)
        case .for(let target, let iterable, let body, let orElse): forLoop(target, iterable, body, orElse, span)
        case .while(let test, let body, let orElse): whileLoop(test, body, orElse, span)
        case .if(let test, let body, let orElse): ifStatement(test, body, orElse)
        case .with(let items, let body): withStatement(items[...], body, span)
        case .raise(let exception, let cause): raise(exception, cause, span)
        case .try(let body, let handlers, let orElse, let finalBody, let isStar):
            tryStatement(body, handlers, orElse, finalBody, isStar: isStar, span)
        case .assert(let test, let message): assertion(test, message, span)
        case .import(let aliases): importStatement(aliases, span)
        case .importFrom(let module, let aliases, let level): importFrom(module, aliases, level, span)
        case .expr(let expression): expressionStatement(expression, span)
        case .break: breakStatement(span)
        case .continue: continueStatement(span)
        case .global, .nonlocal, .pass: break
        }
    }

    private func expressionStatement(_ expression: Expression, _ span: SourceSpan) {
        if context.mode == .interactive, scope.kind == .module {
            let base = top
            let value = operand(expression)
            emit(.printExpression, flags: drop(.dropA, value), value.register, at: span)
            release(to: base)
        } else {
            evaluateAndDrop(expression)
        }
    }

    /// A chain of `elif` is a loop here, not a recursion.
    private func ifStatement(_ test: Expression, _ body: [Statement], _ orElse: [Statement]) {
        let end = newLabel()
        var (test, body, orElse) = (test, body, orElse)
        while true {
            let otherwise = newLabel()
            jump(test, if: false, to: otherwise)
            statements(body)
            if !orElse.isEmpty { jump(to: end) }
            place(otherwise)
            guard orElse.count == 1, case .if(let nextTest, let nextBody, let nextOrElse) = orElse[0].kind else {
                break
            }
            (test, body, orElse) = (nextTest, nextBody, nextOrElse)
        }
        statements(orElse)
        place(end)
    }

    private func raise(_ exception: Expression?, _ cause: Expression?, _ span: SourceSpan) {
        let base = top
        guard let exception else {
            emit(.raise, 0xFFFF, 0xFFFF, at: span)
            return
        }
        let raised = operand(exception, before: cause.map { [$0] } ?? [])
        let from = cause.map { operand($0) }
        emit(.raise, raised.register, from?.register ?? 0xFFFF, at: span)
        release(to: base)
    }

    private func assertion(_ test: Expression, _ message: Expression?, _ span: SourceSpan) {
        if case .tuple(let elements) = test.kind, !elements.isEmpty {
            context.warn("assertion is always true, perhaps remove parentheses?", at: span)
        }
        let end = newLabel()
        let base = top
        jump(test, if: true, to: end)
        let error = newTemporary()
        emit(.loadAssertionError, error, at: test.span)
        if let message {
            evaluate(message, into: newTemporary())
            emit(.call, error, 1, 0xFFFF, at: test.span)
        }
        emit(.raise, error, 0xFFFF, at: test.span)
        release(to: base)
        place(end)
    }

    /// Whether a body, its nested blocks included, annotates a variable.
    static func hasAnnotations(_ body: [Statement]) -> Bool {
        body.contains { statement in
            switch statement.kind {
            case .annAssign: true
            case .for(_, _, let body, let orElse), .while(_, let body, let orElse):
                hasAnnotations(body) || hasAnnotations(orElse)
            case .if(_, let body, let orElse): hasAnnotations(body) || hasAnnotationsInChain(orElse)
            case .with(_, let body): hasAnnotations(body)
            case .try(let body, let handlers, let orElse, let finalBody, _):
                hasAnnotations(body) || handlers.contains { hasAnnotations($0.body) } || hasAnnotations(orElse)
                    || hasAnnotations(finalBody)
            default: false
            }
        }
    }

    private static func hasAnnotationsInChain(_ orElse: [Statement]) -> Bool {
        var rest = orElse
        while rest.count == 1, case .if(_, let body, let orElse) = rest[0].kind {
            if hasAnnotations(body) { return true }
            rest = orElse
        }
        return hasAnnotations(rest)
    }
}
