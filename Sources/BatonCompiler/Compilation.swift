import BatonSyntax

/// What a program is compiled for.
public enum CompilationMode: Sendable {
    /// A file, or `exec`.
    case module
    /// One expression, whose value the code returns: `eval`.
    case evaluation
    /// Input of the interactive prompt: the values of expression statements are shown.
    case interactive
}

/// A SyntaxWarning: allowed, and probably not meant.
public struct CompilationWarning: Sendable, Hashable {
    public let message: String
    public let line: Int
}

/// A compiled program, and what is to be warned of.
public struct Compilation: Sendable {
    public let code: CompiledCode
    public let warnings: [CompilationWarning]
}

/// Compiles a tree.
///
/// The passes recurse over the tree. A tree that is taller than a small stack bears is compiled on a thread of its own
/// with a stack of the size that it needs, so this may be called on any thread.
///
/// - Parameters:
///   - usesNamespace: names of the outermost level are looked for in the frame's namespace before the globals, and are
///     assigned there: for `exec` and `eval` with locals of their own.
///   - annotationsAsText: as if the program began with `from __future__ import annotations`.
/// - Throws: what CPython's compiler says of a program that its parser has accepted.
public func compile(
    _ module: Module, mode: CompilationMode = .module, usesNamespace: Bool = false, annotationsAsText: Bool = false
) throws(SyntaxFailure) -> Compilation {
    let context = CompilationContext(module.source, mode: mode, usesNamespace: usesNamespace)
    context.annotationsAsText = annotationsAsText
    let code = StackDemand.run(module.body) { compile(module.body, context) }
    if let failure = context.failure { throw failure }
    return Compilation(code: code, warnings: context.warnings)
}

private func compile(_ body: [Statement], _ context: CompilationContext) -> CompiledCode {
    FutureImports.check(body, context)
    let scope = ScopeBuilder.build(body, context)
    guard context.failure == nil else {
        return CompiledCode(name: "", qualifiedName: "", file: "", firstLine: 0)
    }
    return CodeGenerator.module(body, scope, context)
}
