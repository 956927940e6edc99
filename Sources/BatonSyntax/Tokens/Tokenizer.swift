/// Text to tokens, by CPython's rules: its indentation, its errors, its f-strings of 3.12.
///
/// The whole text is read before parsing starts, because an error found here outranks the parser's wherever it stands.
struct Tokenizer {
    /// The text; NUL bytes follow its end, so that looking a few bytes ahead needs no test.
    let text: UnsafePointer<UInt8>
    let count: Int
    var position = 0
    var line: UInt32 = 1
    var lineStart = 0
    var tokens: TokenList
    var warnings: [SyntaxWarning] = []
    var problem: Problem?
    /// Whether the problem is to be told even where the parser finds one before it.
    var outranksParser = true
    var brackets: [OpenBracket] = []
    var fStrings: [OpenFString] = []
    var indents = [Indent(columns: 0, characters: 0)]
    private let keywords = Keywords.table

    /// A bracket that waits for its partner.
    struct OpenBracket {
        let character: UInt8
        let line: UInt32
        let column: UInt32
    }

    init(text: UnsafePointer<UInt8>, count: Int) {
        self.text = text
        self.count = count
        tokens = TokenList(capacity: count / 4)
    }

    var column: UInt32 { UInt32(position - lineStart) }

    /// Reads the whole text. On an error `problem` says what it is.
    mutating func run() throws(Stop) {
        var isLineStart = true
        while true {
            if let mode = fStrings.last, mode.isText {
                try scanFStringText()
                continue
            }
            if isLineStart {
                isLineStart = false
                if brackets.isEmpty { try scanIndentation() }
            }
            skipSpaces()
            let character = text[position]
            if Character.isNameStart(character) {
                if try scanStringWithPrefix() { continue }
                try scanName()
                continue
            }
            switch character {
            case Character.lineFeed:
                isLineStart = true
                scanLineFeed(from: position)
            case UInt8(ascii: "#"):
                let start = position
                while text[position] != Character.lineFeed, position < count { position += 1 }
                // In a replacement field the text may end with the comment; what follows the line is read as usual.
                isLineStart = true
                scanLineFeed(from: start)
            case UInt8(ascii: "\\"):
                try scanContinuation()
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                try scanString(start: position, prefix: StringPrefix())
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                try scanNumber()
            case UInt8(ascii: "."):
                if Character.isDigit(text[position + 1]) {
                    try scanNumber()
                } else {
                    try scanOperator()
                }
            case 0 where position >= count:
                finish()
                return
            default:
                try scanOperator()
            }
        }
    }

    private mutating func skipSpaces() {
        while true {
            switch text[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), Character.formFeed: position += 1
            default: return
            }
        }
    }

    /// The end of a line: a token outside of brackets, where anything stands on the line.
    private mutating func scanLineFeed(from start: Int) {
        if position < count { position += 1 }
        if brackets.isEmpty { append(.newline, start: start) }
        startLine()
    }

    /// Counts a line whose line feed was just passed.
    mutating func startLine() {
        line += 1
        lineStart = position
    }

    /// A backslash at the end of a line.
    mutating func scanContinuation() throws(Stop) {
        position += 1
        guard text[position] == Character.lineFeed else {
            throw stopQuietly(
                Problem(
                    "unexpected character after line continuation character", line: line,
                    column: .at(column), endColumn: .exactly(0)))
        }
        if position + 1 >= count {
            let place = column + 1
            position = count
            throw stopQuietly(
                Problem(
                    "unexpected EOF while parsing", line: line, column: .before(place), endColumn: .exactly(-1)))
        }
        position += 1
        startLine()
    }

    private mutating func scanName() throws(Stop) {
        let start = position
        var all: UInt8 = 0
        while Character.isNamePart(text[position]) {
            all |= text[position]
            position += 1
        }
        let isASCII = all < 0x80
        if !isASCII { try checkName(from: start) }
        let length = position - start
        var kind = TokenKind.name
        if length <= 8, isASCII {
            let packed = UnsafeRawPointer(text + start).loadUnaligned(as: UInt64.self).littleEndian
            kind = Keywords.kind(of: packed & (~0 >> UInt64(64 - length * 8)), in: keywords)
        }
        append(kind, start: start, isASCII: isASCII)
    }

    /// Ends the open blocks, or notes that a bracket is open.
    private mutating func finish() {
        let atEnd = SourceSpan(line: line, column: 0, endLine: line, endColumn: 0)
        guard brackets.isEmpty else {
            tokens.append(token(.broken, start: count, span: atEnd))
            return
        }
        // CPython's tokenizer still stands on the last line when it closes the blocks.
        let last = lastLine
        while indents.count > 1 {
            indents.removeLast()
            tokens.append(token(.dedent, start: count, span: last))
        }
        tokens.append(token(.endMarker, start: count, span: last))
    }

    /// The place behind the line feed of the last line.
    private var lastLine: SourceSpan {
        guard count > 0 else { return SourceSpan(line: 1, column: 0, endLine: 1, endColumn: 0) }
        var start = count - 1
        while start > 0, text[start - 1] != Character.lineFeed { start -= 1 }
        let width = UInt32(count - start)
        return SourceSpan(line: line - 1, column: width, endLine: line - 1, endColumn: width)
    }

    /// The problem with the innermost bracket that is open where the text ends.
    var neverClosed: Problem? {
        brackets.last.map { bracket in
            var problem = Problem(
                "'\(Unicode.Scalar(bracket.character))' was never closed", line: bracket.line,
                column: .at(bracket.column), endColumn: .exactly(0))
            problem.hasLineFeed = bracket.line + 1 >= line
            return problem
        }
    }

    // MARK: Making tokens and problems

    @inline(__always)
    func token(_ kind: TokenKind, start: Int, span: SourceSpan, isASCII: Bool = true) -> Token {
        Token(
            kind: kind, depth: UInt8(truncatingIfNeeded: brackets.count), isASCII: isASCII, start: UInt32(start),
            end: UInt32(position), span: span)
    }

    /// Adds a token that starts on the current line and ends here.
    @inline(__always)
    mutating func append(_ kind: TokenKind, start: Int, isASCII: Bool = true) {
        tokens.append(
            token(
                kind, start: start,
                span: SourceSpan(
                    line: line, column: UInt32(start - lineStart), endLine: line, endColumn: column),
                isASCII: isASCII))
    }

    mutating func stop(_ problem: Problem) -> Stop {
        self.problem = problem
        return Stop()
    }

    /// Stops at a problem that is told only if the parser comes so far.
    mutating func stopQuietly(_ problem: Problem) -> Stop {
        outranksParser = false
        return stop(problem)
    }

    /// A problem with the character before the current place, as CPython's tokenizer marks it.
    mutating func stop(_ message: String) -> Stop {
        stop(Problem(message, line: line, column: .before(column), endColumn: .before(column)).withoutLineFeed)
    }

    mutating func warn(_ message: String) {
        warnings.append(SyntaxWarning(message, line: line))
    }
}
