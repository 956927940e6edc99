import BatonSyntax

/// What all passes over one program share.
final class CompilationContext {
    let source: SourceText
    let mode: CompilationMode
    /// Module-level names are looked for in a namespace beside the globals.
    let usesNamespace: Bool
    /// `from __future__ import annotations`.
    var annotationsAsText = false
    /// The first thing that is wrong. The passes go on after it, and what they make is not used.
    private(set) var failure: SyntaxFailure?
    private(set) var warnings: [CompilationWarning] = []

    init(_ source: SourceText, mode: CompilationMode, usesNamespace: Bool) {
        self.source = source
        self.mode = mode
        self.usesNamespace = usesNamespace
    }

    func fail(_ message: String, at span: SourceSpan) {
        if failure == nil { failure = source.failure(.syntax, message, at: span) }
    }

    /// As `fail`, of a statement whose end the message does not show.
    func failAtLine(_ message: String, at span: SourceSpan) {
        if failure == nil {
            failure = source.failure(.syntax, message, at: span)
            failure?.endColumn = 0
        }
    }

    func warn(_ message: String, at span: SourceSpan) {
        let warning = CompilationWarning(message: message, line: Int(span.line))
        // A condition or a `finally` may be compiled more than once.
        if !warnings.contains(warning) { warnings.append(warning) }
    }
}
