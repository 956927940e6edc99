extension Tokenizer {
    /// An f-string that is being read: its text by `scanFStringText`, its replacement fields as any other tokens.
    struct OpenFString {
        let quote: UInt8
        let isTriple: Bool
        let isRaw: Bool
        let line: UInt32
        let column: UInt32
        /// Whether text is read, and no replacement field.
        var isText = true
        var isSpec = false
        /// Brackets open in this f-string.
        var depth = 0
        /// Replacement fields open in each other, less one: `depth` exceeds it by one where a field is at its top.
        var fieldDepth = -1
    }

    private static let deepestFStrings = 150
    private static let deepestFields = 3

    mutating func openFString(start: Int, isRaw: Bool, isTriple: Bool) throws(Stop) {
        if fStrings.count + 1 >= Self.deepestFStrings { throw stop("too many nested f-strings") }
        let quote = text[position]
        let column = UInt32(start - lineStart)
        position += isTriple ? 3 : 1
        append(.fStringStart, start: start)
        fStrings.append(OpenFString(quote: quote, isTriple: isTriple, isRaw: isRaw, line: line, column: column))
    }

    /// Reads text up to a replacement field or the end of the f-string.
    mutating func scanFStringText() throws(Stop) {
        let top = fStrings.count - 1
        let mode = fStrings[top]
        let start = position
        let firstLine = line
        let firstColumn = column
        var all: UInt8 = 0
        var inName = false
        while true {
            let byte = text[position]
            all |= byte
            switch byte {
            case mode.quote where !mode.isTriple || text[position + 1] == byte && text[position + 2] == byte:
                appendText(start, firstLine, firstColumn, end: position, all)
                let quotes = position
                position += mode.isTriple ? 3 : 1
                append(.fStringEnd, start: quotes)
                fStrings.removeLast()
                return
            case UInt8(ascii: "{"):
                if text[position + 1] == byte, !mode.isSpec {
                    // The text has one brace, its place both.
                    position += 2
                    appendText(start, firstLine, firstColumn, end: position - 1, all)
                    return
                }
                fStrings[top].fieldDepth += 1
                if mode.fieldDepth + 1 >= Self.deepestFields { throw stop("f-string: expressions nested too deeply") }
                fStrings[top].isText = false
                appendText(start, firstLine, firstColumn, end: position, all)
                return
            case UInt8(ascii: "}") where !inName:
                if text[position + 1] == byte, !mode.isSpec, mode.depth == 0 {
                    // The text has one brace, its place both.
                    position += 2
                    appendText(start, firstLine, firstColumn, end: position - 1, all)
                    return
                }
                fStrings[top].isText = false
                appendText(start, firstLine, firstColumn, end: position, all)
                return
            case UInt8(ascii: "}"):
                inName = false
                position += 1
            case Character.lineFeed where mode.isSpec && !mode.isTriple:
                fStrings[top].isText = false
                fStrings[top].isSpec = false
                appendText(start, firstLine, firstColumn, end: position, all)
                return
            case Character.lineFeed where mode.isTriple:
                position += 1
                startLine()
            case Character.lineFeed, 0:
                throw unterminatedFString(mode)
            case UInt8(ascii: "\\"):
                position += 1
                let next = text[position]
                if next == UInt8(ascii: "{") || next == UInt8(ascii: "}") {
                    if !mode.isRaw { warn("invalid escape sequence '\\\(Unicode.Scalar(next))'") }
                    continue
                }
                if mode.isRaw || next != UInt8(ascii: "N") || text[position + 1] != UInt8(ascii: "{") {
                    if position >= count { continue }
                    position += 1
                    if next == Character.lineFeed { startLine() }
                } else {
                    position += 2
                    inName = true
                }
            default:
                position += 1
            }
        }
    }

    private mutating func appendText(_ start: Int, _ line: UInt32, _ column: UInt32, end: Int, _ all: UInt8) {
        guard end > start else { return }
        let span = SourceSpan(line: line, column: column, endLine: self.line, endColumn: self.column)
        var text = token(.fStringMiddle, start: start, span: span, isASCII: all < 0x80)
        text.end = UInt32(end)
        tokens.append(text)
    }

    private mutating func unterminatedFString(_ mode: OpenFString) -> Stop {
        let place = Problem.Column.at(mode.column)
        let message =
            mode.isTriple
            ? "unterminated triple-quoted f-string literal (detected at line \(detectedLine))"
            : "unterminated f-string literal (detected at line \(line))"
        return stop(Problem(message, line: mode.line, column: place, endColumn: place).withoutLineFeed)
    }
}
