/// The letters before a string's quote.
struct StringPrefix {
    var isBytes = false
    var isFormatted = false
    var isRaw = false
    var isUnicode = false

    /// Takes one more letter, if the letters together are a prefix.
    mutating func take(_ letter: UInt8) -> Bool {
        switch letter | 0x20 {
        case UInt8(ascii: "b") where !isBytes && !isUnicode && !isFormatted: isBytes = true
        case UInt8(ascii: "u") where !isBytes && !isUnicode && !isFormatted && !isRaw: isUnicode = true
        case UInt8(ascii: "r") where !isRaw && !isUnicode: isRaw = true
        case UInt8(ascii: "f") where !isBytes && !isUnicode && !isFormatted: isFormatted = true
        default: return false
        }
        return true
    }
}

extension Tokenizer {
    /// Reads a string if letters that may stand before one are followed by a quote.
    mutating func scanStringWithPrefix() throws(Stop) -> Bool {
        var prefix = StringPrefix()
        var quote = position
        while prefix.take(text[quote]) { quote += 1 }
        guard quote > position, text[quote] == UInt8(ascii: "\"") || text[quote] == UInt8(ascii: "'") else {
            return false
        }
        let start = position
        position = quote
        try scanString(start: start, prefix: prefix)
        return true
    }

    /// Reads a string from its quote on.
    mutating func scanString(start: Int, prefix: StringPrefix) throws(Stop) {
        let quote = text[position]
        let isTriple = text[position + 1] == quote && text[position + 2] == quote
        if prefix.isFormatted { return try openFString(start: start, isRaw: prefix.isRaw, isTriple: isTriple) }
        let firstLine = line
        let firstColumn = UInt32(start - lineStart)
        position += isTriple ? 3 : 1
        var hasEscapedQuote = false
        var all: UInt8 = 0
        while true {
            let byte = text[position]
            all |= byte
            if byte == quote {
                if !isTriple {
                    position += 1
                    break
                }
                if text[position + 1] == quote, text[position + 2] == quote {
                    position += 3
                    break
                }
            }
            if byte == Character.lineFeed && !isTriple || byte == 0 && position >= count {
                throw unterminated(
                    quote, isTriple: isTriple, hasEscapedQuote: hasEscapedQuote, firstLine: firstLine,
                    firstColumn: firstColumn)
            }
            position += 1
            if byte == UInt8(ascii: "\\"), position < count {
                if text[position] == quote { hasEscapedQuote = true }
                position += 1
                if text[position - 1] == Character.lineFeed { startLine() }
            } else if byte == Character.lineFeed {
                startLine()
            }
        }
        tokens.append(
            token(
                .string, start: start,
                span: SourceSpan(line: firstLine, column: firstColumn, endLine: line, endColumn: column),
                isASCII: all < 0x80))
    }

    private mutating func unterminated(
        _ quote: UInt8, isTriple: Bool, hasEscapedQuote: Bool, firstLine: UInt32, firstColumn: UInt32
    ) -> Stop {
        let place = Problem.Column.at(firstColumn)
        let message: String
        if let outer = fStrings.last, outer.quote == quote, outer.isTriple == isTriple {
            message = "f-string: expecting '}'"
        } else if isTriple {
            message = "unterminated triple-quoted string literal (detected at line \(detectedLine))"
        } else {
            message =
                "unterminated string literal (detected at line \(detectedLine))"
                + (hasEscapedQuote ? "; perhaps you escaped the end quote?" : "")
        }
        return stop(Problem(message, line: firstLine, column: place, endColumn: place).withoutLineFeed)
    }

    /// The line that CPython's tokenizer stands on when it meets the end of the text.
    var detectedLine: UInt32 { position >= count && lineStart >= count ? max(line - 1, 1) : line }
}
