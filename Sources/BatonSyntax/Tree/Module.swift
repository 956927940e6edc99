/// A parsed program: Python's `ast.Module` (or, for interactive input, `ast.Interactive`).
public struct Module: Sendable {
    public let body: [Statement]
    /// The text that it was parsed from, for the messages of later passes.
    public let source: SourceText
    /// In the order of the source's lines, escapes after the rest.
    public let warnings: [SyntaxWarning]
}
