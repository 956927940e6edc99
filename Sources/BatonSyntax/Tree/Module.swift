/// A parsed program: Python's `ast.Module` (or, for interactive input, `ast.Interactive`).
public struct Module: Sendable {
    public let body: [Statement]
    /// The text that it was parsed from, for the messages of later passes.
    public let source: SourceText
}
