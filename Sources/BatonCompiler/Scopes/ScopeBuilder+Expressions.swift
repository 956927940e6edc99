import BatonSyntax

extension ScopeBuilder {
    func optional(_ expression: Expression?) {
        if let expression { self.expression(expression) }
    }

    func expressions(_ list: [Expression]) {
        for expression in list { self.expression(expression) }
    }

    func expression(_ expression: Expression) {
        let span = expression.span
        switch expression.kind {
        case .name(let name): read(name, at: span)
        case .constant: break
        case .boolOp(_, let values), .joinedStr(let values), .set(let values), .list(let values), .tuple(let values):
            expressions(values)
        case .namedExpr(let target, let value): assignment(target, value, span)
        case .binOp(let left, _, let right):
            self.expression(left)
            self.expression(right)
        case .unaryOp(_, let operand): self.expression(operand)
        case .lambda(let arguments, let body):
            defaults(arguments)
            enter(.lambda, name: "<lambda>", span: span) {
                parameters(arguments)
                self.expression(body)
            }
        case .ifExp(let test, let body, let orElse):
            self.expression(test)
            self.expression(body)
            self.expression(orElse)
        case .dict(let keys, let values):
            for key in keys { optional(key) }
            expressions(values)
        case .listComp(let element, let clauses):
            comprehension(.listComprehension, "<listcomp>", [element], clauses, span)
        case .setComp(let element, let clauses):
            comprehension(.setComprehension, "<setcomp>", [element], clauses, span)
        case .dictComp(let key, let value, let clauses):
            comprehension(.dictComprehension, "<dictcomp>", [key, value], clauses, span)
        case .generatorExp(let element, let clauses):
            comprehension(.generatorExpression, "<genexpr>", [element], clauses, span)
        case .yield(let value):
            optional(value)
            yields(at: span)
        case .yieldFrom(let value):
            self.expression(value)
            yields("'yield from'", at: span)
        case .compare(let left, _, let comparators):
            self.expression(left)
            expressions(comparators)
        case .call(let function, let args, let keywords):
            self.expression(function)
            expressions(args)
            for keyword in keywords { self.expression(keyword.value) }
        case .formattedValue(let value, _, let formatSpec):
            self.expression(value)
            optional(formatSpec)
        case .attribute(let value, _), .starred(let value): self.expression(value)
        case .subscript(let value, let index):
            self.expression(value)
            self.expression(index)
        case .slice(let lower, let upper, let step):
            optional(lower)
            optional(upper)
            optional(step)
        }
    }

    /// What stands where something is assigned to.
    func target(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): note(name, .assigned, at: expression.span)
        case .tuple(let elements), .list(let elements):
            for element in elements { target(element) }
        case .starred(let value): target(value)
        default: self.expression(expression)
        }
    }

    func deleted(_ expression: Expression) {
        switch expression.kind {
        case .name(let name):
            note(name, .assigned, at: expression.span)
            noteDeletion(name)
        case .tuple(let elements), .list(let elements):
            for element in elements { deleted(element) }
        default: self.expression(expression)
        }
    }

    private func yields(_ name: String = "'yield'", at span: SourceSpan) {
        scope.isGenerator = true
        switch scope.kind {
        case .listComprehension: context.fail("'yield' inside list comprehension", at: span)
        case .setComprehension: context.fail("'yield' inside set comprehension", at: span)
        case .dictComprehension: context.fail("'yield' inside dict comprehension", at: span)
        case .generatorExpression: context.fail("'yield' inside generator expression", at: span)
        case .module, .classBody: context.fail("\(name) outside function", at: span)
        case .annotation: context.fail("yield expression cannot be used within an annotation", at: span)
        case .function, .lambda: break
        }
    }

    private func comprehension(
        _ kind: Scope.Kind, _ name: String, _ elements: [Expression], _ clauses: [Comprehension], _ span: SourceSpan
    ) {
        // The first iterable belongs to the scope around.
        scope.iterableDepth += 1
        expression(clauses[0].iterable)
        scope.iterableDepth -= 1
        enter(kind, name: name, span: span) {
            note(".0", .parameter, at: span)
            scope.parameters = [".0"]
            for (index, clause) in clauses.enumerated() {
                scope.isIterationTarget = true
                target(clause.target)
                scope.isIterationTarget = false
                if index > 0 {
                    scope.iterableDepth += 1
                    expression(clause.iterable)
                    scope.iterableDepth -= 1
                }
                expressions(clause.ifs)
            }
            expressions(elements)
            scope.isGenerator = kind == .generatorExpression
        }
    }

    private func assignment(_ target: Expression, _ value: Expression, _ whole: SourceSpan) {
        guard case .name(let name) = target.kind else { return }
        if scope.kind == .annotation {
            context.fail("named expression cannot be used within an annotation", at: whole)
            return
        }
        let span = target.span
        if scope.iterableDepth > 0 {
            context.fail(
                "assignment expression cannot be used in a comprehension iterable expression",
                at: span.through(value.span))
        }
        scope.hasAssignmentExpressions = true
        if scope.isComprehension { assignOutside(name, span) }
        expression(value)
        note(name, .assigned, at: span)
    }

    /// In a comprehension, `:=` binds in the function around it.
    private func assignOutside(_ name: String, _ span: SourceSpan) {
        var outer: Scope? = scope
        while let candidate = outer {
            let uses = candidate.symbols[candidate.mangled(name)]?.uses ?? []
            switch candidate.kind {
            case .listComprehension, .setComprehension, .dictComprehension, .generatorExpression:
                if uses.contains(.iteration) {
                    context.fail(
                        "assignment expression cannot rebind comprehension iteration variable '\(name)'", at: span)
                }
                outer = candidate.parent
                continue
            case .function, .lambda:
                note(name, uses.contains(.declaredGlobal) ? .declaredGlobal : .declaredNonlocal, at: span)
                scope.directives.append((scope.mangled(name), span))
                note(name, .assigned, in: candidate, at: span)
            case .module:
                note(name, .declaredGlobal, at: span)
                scope.directives.append((scope.mangled(name), span))
                note(name, .declaredGlobal, in: candidate, at: span)
            case .classBody:
                context.fail(
                    "assignment expression within a comprehension cannot be used in a class body", at: span)
            case .annotation:
                context.fail("named expression cannot be used within an annotation", at: span)
            }
            return
        }
    }
}
