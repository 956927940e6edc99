import BatonSyntax

/// Decides where each name of each scope lives.
struct ScopeResolver {
    let context: CompilationContext

    init(_ context: CompilationContext) { self.context = context }

    func resolve(_ scope: Scope) {
        for name in scope.names { resolve(name, in: scope) }
        for child in scope.childrenInOrder { resolve(child) }
    }

    private func resolve(_ name: String, in scope: Scope) {
        guard let symbol = scope.symbols[name] else { return }
        let uses = symbol.uses
        if uses.contains(.declaredGlobal) {
            if uses.contains(.declaredNonlocal) {
                fail("name '\(name)' is nonlocal and global", name, scope)
            }
            scope.symbols[name]?.resolution = .globalExplicit
        } else if uses.contains(.declaredNonlocal) {
            if scope.kind == .module {
                fail("nonlocal declaration not allowed at module level", name, scope)
            } else if !bindOutside(name, scope) {
                fail("no binding for nonlocal '\(name)' found", name, scope)
            }
        } else if !uses.isDisjoint(with: .bound) {
            // An inner scope, resolved before, may have made it a cell already.
            if symbol.resolution != .cell { scope.symbols[name]?.resolution = .local }
        } else if scope.kind != .module, symbol.resolution != .free {
            _ = bindOutside(name, scope)
        }
    }

    /// Looks in the functions around `scope` for the one that has the variable, and makes it a free variable of all on the
    /// way. Class bodies do not count, but for `__class__`.
    private func bindOutside(_ name: String, _ scope: Scope) -> Bool {
        var path = [scope]
        var outer = scope.parent
        while let candidate = outer, candidate.kind != .module {
            outer = candidate.parent
            if candidate.kind == .classBody {
                if name == "__class__" {
                    candidate.needsClassCell = true
                    markFree(name, path)
                    return true
                }
                path.append(candidate)
                continue
            }
            let uses = candidate.symbols[name]?.uses ?? []
            if uses.contains(.declaredGlobal) { return false }
            if !uses.contains(.declaredNonlocal), !uses.isDisjoint(with: .bound) {
                candidate.symbols[name]?.resolution = .cell
                markFree(name, path)
                return true
            }
            path.append(candidate)
        }
        return false
    }

    private func markFree(_ name: String, _ path: [Scope]) {
        for scope in path {
            guard var symbol = scope.symbols[name] else {
                scope.symbols[name] = Symbol(resolution: .free)
                continue
            }
            if scope.kind == .classBody, !symbol.uses.contains(.declaredNonlocal),
                !symbol.uses.isDisjoint(with: [.bound, .declaredGlobal])
            {
                symbol.passesThrough = true
            } else {
                symbol.resolution = .free
            }
            scope.symbols[name] = symbol
        }
    }

    private func fail(_ message: String, _ name: String, _ scope: Scope) {
        let span = scope.directives.first { $0.name == name }?.span ?? scope.span
        context.fail(message, at: span)
    }
}
