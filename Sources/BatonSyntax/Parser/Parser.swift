/// Tokens to tree, by recursive descent.
///
/// A program that is well formed is parsed once. When a pass fails, the parser runs again with `isDiagnosing`: it then also
/// tries the common mistakes, in CPython's order, and the first that fits gives the message. If none fits, the message is
/// "invalid syntax" at the last token that the first pass looked at.
struct Parser {
    let text: UnsafePointer<UInt8>
    let tokens: UnsafeMutablePointer<Token>
    /// How many tokens there are.
    let count: Int
    var index = 0
    /// The last token that was looked at.
    var furthest = 0
    /// Whether mistakes are looked for.
    var isDiagnosing = false
    /// Whether this is a later pass: it goes on behind the longest prefix that can be parsed.
    var isGreedy = false
    var problem: Problem?
    var warnings: [SyntaxWarning]
    /// What is wrong where the tokens end too early: a bracket that stays open, or what stopped the tokenizer.
    var endProblem: Problem?
    /// Tokens that attempts of this pass have read: mistakes inside mistakes could take exponential time.
    var effort = 0
    /// How deep the parser's recursion is.
    private var level = 0
    /// The lowest address that the recursion may reach, once it is deep enough to ask.
    private var stackFloor: UInt?

    init(text: UnsafePointer<UInt8>, tokens: TokenList, warnings: [SyntaxWarning]) {
        self.text = text
        self.tokens = tokens.base
        count = tokens.count
        self.warnings = warnings
    }

    // MARK: Tokens

    @inline(__always) var kind: TokenKind { tokens[index].kind }
    @inline(__always) var span: SourceSpan { tokens[index].span }
    /// The end of what was parsed last.
    @inline(__always) var previousSpan: SourceSpan { tokens[index - 1].span }

    /// The end of what was parsed last, without the ends of lines and blocks.
    var lastText: SourceSpan {
        var last = index - 1
        while tokens[last].kind == .newline || tokens[last].kind == .dedent { last -= 1 }
        return tokens[last].span
    }

    @inline(__always)
    func peek(_ offset: Int) -> TokenKind { tokens[index + offset].kind }

    @inline(__always)
    mutating func advance() {
        index += 1
        if index > furthest { furthest = index }
    }

    @inline(__always)
    mutating func accept(_ wanted: TokenKind) -> Bool {
        guard kind == wanted else { return false }
        advance()
        return true
    }

    @inline(__always)
    mutating func expect(_ wanted: TokenKind) throws(Stop) {
        guard kind == wanted else { throw fail() }
        advance()
    }

    /// Expects a token whose absence CPython names.
    mutating func demand(_ wanted: TokenKind, _ text: String) throws(Stop) {
        guard kind == wanted else { throw fail("expected '\(text)'", at: span) }
        advance()
    }

    mutating func expectName() throws(Stop) -> String {
        guard kind == .name else { throw fail() }
        let text = name(tokens[index])
        advance()
        return text
    }

    /// From a token's start to the end of what was parsed last.
    @inline(__always)
    func span(from start: SourceSpan) -> SourceSpan { start.through(previousSpan) }

    // MARK: Failing

    /// Fails without saying why.
    func fail() -> Stop { Stop() }

    mutating func fail(_ problem: Problem) -> Stop {
        if self.problem == nil { self.problem = tokens[furthest].kind == .broken ? endProblem : problem }
        return Stop()
    }

    mutating func fail(_ message: String, at span: SourceSpan) -> Stop { fail(Problem(message, at: span)) }

    /// Fails at the last token that was looked at.
    mutating func fail(_ message: String, kind: SyntaxFailure.Kind = .syntax) -> Stop {
        fail(furthestProblem(message, kind))
    }

    private func furthestProblem(_ message: String, _ kind: SyntaxFailure.Kind) -> Problem {
        let token = tokens[furthest]
        switch token.kind {
        case .indent, .dedent, .endMarker:
            // These have no text; CPython shows how far its tokenizer came.
            return Problem(
                message, kind: kind, line: token.span.line, column: .before(token.span.column), endColumn: .exactly(-1))
        default:
            return Problem(message, kind: kind, at: token.span)
        }
    }

    /// Parses, or goes back to where it was. A problem that has been named is not taken back.
    mutating func attempt<Result>(_ body: (inout Parser) throws(Stop) -> Result) throws(Stop) -> Result? {
        let start = index
        let depth = level
        do {
            let result = try body(&self)
            effort += index - start
            return result
        } catch {
            effort += max(index - start, 1)
            if problem != nil || isGreedy && effort > mostEffort { throw error }
            index = start
            level = depth
            return nil
        }
    }

    /// Enough for any mistake that a person makes.
    private var mostEffort: Int { 200_000 + 20 * count }

    /// Forgets how deep a failed pass was.
    mutating func restart() { level = 0 }

    /// Whether something could be parsed here; parses nothing.
    mutating func looksLike<Result>(_ body: (inout Parser) throws(Stop) -> Result) throws(Stop) -> Bool {
        let start = index
        let found = try attempt(body) != nil
        index = start
        return found
    }

    /// Parses without looking for mistakes.
    mutating func plainly<Result>(_ body: (inout Parser) throws(Stop) -> Result) throws(Stop) -> Result {
        let wasDiagnosing = isDiagnosing
        isDiagnosing = false
        defer { isDiagnosing = wasDiagnosing }
        return try body(&self)
    }

    // MARK: Limits

    @inline(__always)
    mutating func descend() throws(Stop) {
        level += 1
        if level > Self.deepestUnchecked { try checkDepth() }
    }

    /// So deep the stack of any thread reaches.
    private static let deepestUnchecked = 50

    private mutating func checkDepth() throws(Stop) {
        if stackFloor == nil { stackFloor = StackBound.floor }
        if level > SyntaxLimits.nesting || StackBound.here < stackFloor! {
            throw fail(
                Problem(withoutPlace: .memory, "Parser stack overflowed - Python source too complex to parse"))
        }
    }

    @inline(__always)
    mutating func ascend() { level -= 1 }

    /// Makes a node over children of which the tallest has this height.
    @inline(__always)
    mutating func node(_ kind: Expression.Kind, _ span: SourceSpan, over height: UInt32) throws(Stop) -> Expression {
        if height >= SyntaxLimits.height {
            throw fail(Problem(withoutPlace: .recursion, "maximum recursion depth exceeded during compilation"))
        }
        return Expression(kind, span, height: height + 1)
    }

    @inline(__always)
    func leaf(_ kind: Expression.Kind, _ span: SourceSpan) -> Expression { Expression(kind, span, height: 1) }

    func tallest(_ expressions: [Expression]) -> UInt32 {
        var height: UInt32 = 0
        for expression in expressions where expression.height > height { height = expression.height }
        return height
    }

    // MARK: Texts

    func bytes(_ token: Token) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text + Int(token.start), count: Int(token.end - token.start))
    }

    func name(_ token: Token) -> String {
        let text = String(decoding: bytes(token), as: UTF8.self)
        return token.isASCII ? text : IdentifierForm.normalized(text)
    }

    /// Whether a token is this word.
    func isWord(_ token: Token, _ word: StaticString) -> Bool {
        token.kind == .name
            && bytes(token).elementsEqual(
                UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
