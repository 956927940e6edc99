/// A token: its kind and its place. The text stays in the source.
struct Token {
    var kind: TokenKind
    /// Open brackets after it, up to `SyntaxLimits.brackets`.
    var depth: UInt8
    /// Whether all its bytes are ASCII.
    var isASCII: Bool
    /// Bytes from the start of the text.
    var start: UInt32
    var end: UInt32
    var span: SourceSpan
}

extension Token {
    /// Whether the text ends here inside a bracket.
    var isEndOfText: Bool { kind == .broken && depth > 0 && start == end && span.column == 0 }
}

/// The tokens of a text, and what the tokenizer found beside them.
///
/// Raw memory, because the parser reads it for each step: it belongs to the parse that asked for it.
struct TokenList {
    private(set) var base: UnsafeMutablePointer<Token>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = .allocate(capacity: self.capacity)
    }

    mutating func append(_ token: Token) {
        if count == capacity { grow() }
        base[count] = token
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    func free() { base.deallocate() }
}
