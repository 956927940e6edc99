/// What a source is.
public enum ParseMode: Sendable {
    /// A module: any number of statements.
    case exec
    /// A module that is the program itself. Python reads it line by line, and knows no column where it ends too early.
    case program
    /// One expression; the module's body is one `expr` statement.
    case eval
    /// One statement at a prompt. Where the text ends too early, the failure's kind is `incompleteInput`: read on.
    case single
}

/// Parses a source in the encoding that it declares, UTF-8 if it declares none.
///
/// - Throws: what Python's `compile` raises for this source.
/// - Complexity: O(length of the source).
public func parse(_ source: [UInt8], file: String, mode: ParseMode = .exec) throws(SyntaxFailure) -> Module {
    try parse(SourceText(decoding: source, file: file), mode: mode)
}

/// Parses a text; see ``parse(_:file:mode:)``.
public func parse(_ source: SourceText, mode: ParseMode = .exec) throws(SyntaxFailure) -> Module {
    let text = PaddedText(source.utf8)
    defer { text.free() }
    var tokenizer = Tokenizer(text: text.base, count: source.utf8.count)
    defer { tokenizer.tokens.free() }
    do {
        try tokenizer.run()
    } catch {
        let isAtEnd = tokenizer.position >= tokenizer.count
        throw failure(diagnose(&tokenizer, mode), source, mode, isAtEnd: isAtEnd)
    }
    var parser = Parser(text: text.base, tokens: tokenizer.tokens, warnings: tokenizer.warnings)
    parser.endProblem = tokenizer.neverClosed
    do {
        let body = try parser.program(mode)
        if mode == .single, !source.endsWithLineFeed, body.last?.isCompound == true { throw Stop() }
        return Module(body: body, source: source, warnings: parser.warnings)
    } catch {
        let isAtEnd = parser.isAtEnd
        var found = failure(parser.diagnose(mode), source, mode, isAtEnd: isAtEnd)
        if mode == .program, isAtEnd, found.endColumn < 0 { found.column = 0 }
        throw found
    }
}

/// What to say of a text that has an error in its tokens: that one, or one of the parser before it.
private func diagnose(_ tokenizer: inout Tokenizer, _ mode: ParseMode) -> Problem {
    let problem = tokenizer.problem!
    tokenizer.append(.broken, start: tokenizer.position)
    var parser = Parser(text: tokenizer.text, tokens: tokenizer.tokens, warnings: [])
    parser.endProblem = problem
    _ = try? parser.program(mode)
    if !tokenizer.outranksParser { return parser.diagnose(mode) }
    return parser.problem == nil ? parser.misplacedIndent ?? problem : problem
}

/// At a prompt, an error at the end of the text means that more is expected.
private func failure(_ problem: Problem, _ source: SourceText, _ mode: ParseMode, isAtEnd: Bool) -> SyntaxFailure {
    var failure = source.failure(problem)
    if mode == .eval, !source.endsWithLineFeed { failure.pointAtEndOfText() }
    if mode == .single, isAtEnd, failure.kind != .memory, failure.kind != .recursion {
        failure.kind = .incompleteInput
        failure.message = "incomplete input"
    }
    return failure
}

/// A copy of a text with NUL bytes behind it, for the tokenizer's looks ahead.
private struct PaddedText {
    let base: UnsafeMutablePointer<UInt8>
    private static let padding = 16

    init(_ bytes: [UInt8]) {
        base = .allocate(capacity: bytes.count + Self.padding)
        bytes.withUnsafeBufferPointer { base.update(from: $0.baseAddress ?? UnsafePointer(base), count: $0.count) }
        (base + bytes.count).update(repeating: 0, count: Self.padding)
    }

    func free() { base.deallocate() }
}
