import BatonSyntax

/// Builds the scopes of a program and notes what each does with which name; the first of two passes over the tree.
final class ScopeBuilder {
    let context: CompilationContext
    var scope: Scope
    private var privateName: String?

    init(_ context: CompilationContext) {
        self.context = context
        scope = Scope(
            .module, name: "<module>", span: SourceSpan(line: 1, column: 0, endLine: 1, endColumn: 0), parent: nil,
            privateName: nil)
    }

    /// The scope of a module, with all those inside it, their names resolved.
    static func build(_ body: [Statement], _ context: CompilationContext) -> Scope {
        let builder = ScopeBuilder(context)
        builder.statements(body)
        if context.failure == nil {
            ScopeResolver(context).resolve(builder.scope)
        }
        return builder.scope
    }

    func statements(_ body: [Statement]) {
        for statement in body { self.statement(statement) }
    }

    /// Goes into a new scope for what `body` visits.
    func enter(
        _ kind: Scope.Kind, name: String, span: SourceSpan, privateName newPrivateName: String? = nil,
        _ body: () -> Void
    ) {
        let outer = scope
        let outerPrivateName = privateName
        if let newPrivateName { privateName = newPrivateName }
        scope = Scope(kind, name: name, span: span, parent: outer, privateName: privateName)
        body()
        scope = outer
        privateName = outerPrivateName
    }

    /// Finds what is wrong in an annotation that is kept as text; its names are nobody's.
    func examine(_ annotation: Expression) {
        let outer = scope
        scope = Scope(.annotation, name: "_annotation", span: annotation.span, parent: outer, privateName: privateName)
        expression(annotation)
        scope = outer
        outer.forgetLastChild()
    }

    // MARK: Names

    func uses(of name: String) -> Symbol.Uses { scope.symbols[scope.mangled(name)]?.uses ?? [] }

    func note(_ name: String, _ uses: Symbol.Uses, at span: SourceSpan) {
        note(name, uses, in: scope, at: span)
    }

    func note(_ name: String, _ uses: Symbol.Uses, in scope: Scope, at span: SourceSpan) {
        let name = scope.mangled(name)
        var uses = uses
        var symbol: Symbol
        if let known = scope.symbols[name] {
            symbol = known
        } else {
            symbol = Symbol()
            scope.names.append(name)
        }
        if uses.contains(.parameter), symbol.uses.contains(.parameter) {
            context.fail("duplicate argument '\(name)' in function definition", at: span)
        }
        if scope.isIterationTarget, uses.contains(.assigned) {
            if !symbol.uses.isDisjoint(with: [.declaredGlobal, .declaredNonlocal]) {
                context.fail("comprehension inner loop cannot rebind assignment expression target '\(name)'", at: span)
            }
            uses.insert(.iteration)
        }
        symbol.uses.formUnion(uses)
        scope.symbols[name] = symbol
    }

    func read(_ name: String, at span: SourceSpan) {
        note(name, .read, at: span)
        if name == "super", scope.isFunctionLike {
            note("__class__", .read, at: span)
        }
    }

    func noteDeletion(_ name: String) {
        scope.deletedNames.insert(scope.mangled(name))
    }

    func parameters(_ arguments: Arguments) {
        for argument in arguments.posOnly + arguments.args + arguments.kwOnly { parameter(argument) }
        if let vararg = arguments.vararg { parameter(vararg) }
        if let kwarg = arguments.kwarg { parameter(kwarg) }
    }

    private func parameter(_ argument: Argument) {
        note(argument.name, .parameter, at: argument.span)
        scope.parameters.append(scope.mangled(argument.name))
    }
}
