import BatonSyntax

extension ScopeBuilder {
    func statement(_ statement: Statement) {
        let span = statement.span
        switch statement.kind {
        case .functionDef(let definition): function(definition, span)
        case .classDef(let definition): classBody(definition, span)
        case .return(let value): optional(value)
        case .delete(let targets):
            for target in targets { deleted(target) }
        case .assign(let targets, let value):
            for target in targets { self.target(target) }
            expression(value)
        case .augAssign(let target, _, let value):
            self.target(target)
            expression(value)
        case .annAssign(let target, let annotation, let value, let isSimple):
            annotated(target, isSimple: isSimple, hasValue: value != nil, span)
            self.annotation(annotation)
            optional(value)
        case .for(let target, let iterable, let body, let orElse):
            self.target(target)
            expression(iterable)
            statements(body)
            statements(orElse)
        case .while(let test, let body, let orElse):
            expression(test)
            statements(body)
            statements(orElse)
        case .if(let test, let body, let orElse): conditional(test, body, orElse)
        case .with(let items, let body):
            for item in items {
                expression(item.context)
                if let target = item.target { self.target(target) }
            }
            statements(body)
        case .raise(let exception, let cause):
            optional(exception)
            optional(cause)
        case .try(let body, let handlers, let orElse, let finalBody, _):
            statements(body)
            for handler in handlers { self.handler(handler) }
            statements(orElse)
            statements(finalBody)
        case .assert(let test, let message):
            expression(test)
            optional(message)
        case .import(let aliases): imports(aliases)
        case .importFrom(_, let aliases, _): imports(aliases)
        case .global(let names): declare(names, .declaredGlobal, "global", span)
        case .nonlocal(let names): declare(names, .declaredNonlocal, "nonlocal", span)
        case .expr(let expression): self.expression(expression)
        case .pass, .break, .continue: break
        }
    }

    /// A long chain of `elif` is a list here, not a recursion.
    private func conditional(_ test: Expression, _ body: [Statement], _ orElse: [Statement]) {
        expression(test)
        statements(body)
        var rest = orElse
        while rest.count == 1, case .if(let test, let body, let orElse) = rest[0].kind {
            expression(test)
            statements(body)
            rest = orElse
        }
        statements(rest)
    }

    private func function(_ definition: FunctionDef, _ span: SourceSpan) {
        note(definition.name, .assigned, at: span)
        for decorator in definition.decorators { expression(decorator) }
        defaults(definition.arguments)
        annotations(definition.arguments)
        if let returns = definition.returns { annotation(returns) }
        enter(.function, name: definition.name, span: span) {
            parameters(definition.arguments)
            statements(definition.body)
        }
    }

    func defaults(_ arguments: Arguments) {
        for value in arguments.defaults { expression(value) }
        for value in arguments.kwDefaults { optional(value) }
    }

    private func annotations(_ arguments: Arguments) {
        for argument in arguments.posOnly + arguments.args { optionalAnnotation(argument) }
        optionalAnnotation(arguments.vararg)
        for argument in arguments.kwOnly { optionalAnnotation(argument) }
        optionalAnnotation(arguments.kwarg)
    }

    private func optionalAnnotation(_ argument: Argument?) {
        if let annotation = argument?.annotation { self.annotation(annotation) }
    }

    /// As text, an annotation uses no names of the scope around it.
    private func annotation(_ annotation: Expression) {
        if context.annotationsAsText {
            examine(annotation)
        } else {
            expression(annotation)
        }
    }

    private func classBody(_ definition: ClassDef, _ span: SourceSpan) {
        note(definition.name, .assigned, at: span)
        for decorator in definition.decorators { expression(decorator) }
        for base in definition.bases { expression(base) }
        for keyword in definition.keywords { expression(keyword.value) }
        enter(.classBody, name: definition.name, span: span, privateName: definition.name) {
            statements(definition.body)
        }
    }

    private func annotated(_ target: Expression, isSimple: Bool, hasValue: Bool, _ span: SourceSpan) {
        guard case .name(let name) = target.kind else {
            self.target(target)
            return
        }
        let uses = uses(of: name)
        if isSimple, scope.kind != .module, !uses.isDisjoint(with: [.declaredGlobal, .declaredNonlocal]) {
            let declaration = uses.contains(.declaredGlobal) ? "global" : "nonlocal"
            context.fail("annotated name '\(name)' can't be \(declaration)", at: span)
        }
        if isSimple {
            note(name, [.annotated, .assigned], at: target.span)
        } else if hasValue {
            note(name, .assigned, at: target.span)
        }
    }

    private func handler(_ handler: ExceptHandler) {
        optional(handler.type)
        if let name = handler.name {
            note(name, .assigned, at: handler.span)
            noteDeletion(name)
        }
        statements(handler.body)
    }

    private func imports(_ aliases: [Alias]) {
        for alias in aliases {
            if alias.name == "*" {
                if scope.kind != .module {
                    context.fail("import * only allowed at module level", at: alias.span)
                }
                continue
            }
            let name = alias.asName ?? String(alias.name.prefix { $0 != "." })
            note(name, .imported, at: alias.span)
        }
    }

    private func declare(_ names: [String], _ use: Symbol.Uses, _ word: String, _ span: SourceSpan) {
        for name in names {
            let uses = uses(of: name)
            if uses.contains(.parameter) {
                context.fail("name '\(name)' is parameter and \(word)", at: span)
            } else if uses.contains(.read) {
                context.fail("name '\(name)' is used prior to \(word) declaration", at: span)
            } else if uses.contains(.annotated) {
                context.fail("annotated name '\(name)' can't be \(word)", at: span)
            } else if uses.contains(.assigned) {
                context.fail("name '\(name)' is assigned to before \(word) declaration", at: span)
            }
            note(name, use, at: span)
            scope.directives.append((scope.mangled(name), span))
        }
    }
}
