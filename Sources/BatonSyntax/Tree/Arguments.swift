/// The parameters of a function or a lambda: Python's `ast.arguments`.
public struct Arguments: Sendable {
    /// Those before `/`.
    public let posOnly: [Argument]
    public let args: [Argument]
    public let vararg: Argument?
    public let kwOnly: [Argument]
    /// As many as `kwOnly`; nothing where the parameter has no default.
    public let kwDefaults: [Expression?]
    public let kwarg: Argument?
    /// Of the last `defaults.count` of `posOnly + args`.
    public let defaults: [Expression]
}

/// One parameter: Python's `ast.arg`.
public struct Argument: Sendable {
    public let name: String
    public let annotation: Expression?
    public let span: SourceSpan
}

/// A keyword of a call or a class: Python's `ast.keyword`; no name where `**value` stands.
public struct Keyword: Sendable {
    public let arg: String?
    public let value: Expression
    public let span: SourceSpan
}

/// One `for target in iterable if …` of a comprehension: Python's `ast.comprehension`.
public struct Comprehension: Sendable {
    public let target: Expression
    public let iterable: Expression
    public let ifs: [Expression]
}
