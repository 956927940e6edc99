extension Tokenizer {
    mutating func scanOperator() throws(Stop) {
        let start = position
        let first = text[position]
        switch first {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            return try open(first)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            return try close(first)
        case UInt8(ascii: ":") where isAtFieldTop:
            // What follows is the format spec.
            fStrings[fStrings.count - 1].isText = true
            fStrings[fStrings.count - 1].isSpec = true
            position += 1
            return append(.fieldColon, start: start)
        default:
            break
        }
        let (kind, length) = operatorHere(first, text[position + 1], text[position + 2])
        guard let kind else {
            position += 1
            let code = String(first, radix: 16, uppercase: true)
            throw stop("invalid non-printable character U+" + String(repeating: "0", count: 4 - code.count) + code)
        }
        position += length
        append(kind, start: start)
    }

    /// Whether a `:` here would end the expression of a replacement field.
    private var isAtFieldTop: Bool {
        guard let mode = fStrings.last else { return false }
        return mode.depth - 1 == mode.fieldDepth
    }

    private mutating func open(_ bracket: UInt8) throws(Stop) {
        position += 1
        if brackets.count >= SyntaxLimits.brackets { throw stop("too many nested parentheses") }
        brackets.append(OpenBracket(character: bracket, line: line, column: column - 1))
        if !fStrings.isEmpty { fStrings[fStrings.count - 1].depth += 1 }
        let kind: TokenKind =
            switch bracket {
            case UInt8(ascii: "("): .openParen
            case UInt8(ascii: "["): .openBracket
            default: .openBrace
            }
        append(kind, start: position - 1)
    }

    private mutating func close(_ bracket: UInt8) throws(Stop) {
        position += 1
        let character = Unicode.Scalar(bracket)
        if let mode = fStrings.last, mode.depth == 0, bracket == UInt8(ascii: "}") {
            throw stopQuietly(
                Problem(
                    "f-string: single '}' is not allowed", line: line, column: .before(column),
                    endColumn: .before(column)
                ).withoutLineFeed)
        }
        guard let opening = brackets.popLast() else { throw stop("unmatched '\(character)'") }
        // ASCII has `(` and `)` side by side, the others two apart.
        let isPartner = bracket &- opening.character <= 2
        if !isPartner {
            if let mode = fStrings.last, opening.character == UInt8(ascii: "{"), mode.depth - 1 == mode.fieldDepth {
                throw stop("f-string: unmatched '\(character)'")
            }
            let place = opening.line == line ? "" : " on line \(opening.line)"
            throw stop(
                "closing parenthesis '\(character)' does not match opening parenthesis "
                    + "'\(Unicode.Scalar(opening.character))'\(place)")
        }
        if !fStrings.isEmpty { try closeInFString(bracket) }
        let kind: TokenKind =
            switch bracket {
            case UInt8(ascii: ")"): .closeParen
            case UInt8(ascii: "]"): .closeBracket
            default: .closeBrace
            }
        append(kind, start: position - 1)
    }

    private mutating func closeInFString(_ bracket: UInt8) throws(Stop) {
        let top = fStrings.count - 1
        fStrings[top].depth -= 1
        if fStrings[top].depth < 0 { throw stop("f-string: unmatched '\(Unicode.Scalar(bracket))'") }
        if bracket == UInt8(ascii: "}"), fStrings[top].depth == fStrings[top].fieldDepth {
            fStrings[top].fieldDepth -= 1
            fStrings[top].isText = true
            fStrings[top].isSpec = false
        }
    }

    /// The longest operator that starts with these bytes; none for a control character.
    private func operatorHere(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (TokenKind?, length: Int) {
        let isAssignment = second == UInt8(ascii: "=")
        let isDoubled = second == first
        switch first {
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: "="): return isDoubled ? (.equalEqual, 2) : (.equal, 1)
        case UInt8(ascii: "."):
            return isDoubled && third == first ? (.ellipsis, 3) : (.dot, 1)
        case UInt8(ascii: ":"): return isAssignment ? (.colonEqual, 2) : (.colon, 1)
        case UInt8(ascii: "+"): return isAssignment ? (.plusEqual, 2) : (.plus, 1)
        case UInt8(ascii: "-"):
            if second == UInt8(ascii: ">") { return (.arrow, 2) }
            return isAssignment ? (.minusEqual, 2) : (.minus, 1)
        case UInt8(ascii: "*"):
            if isDoubled { return third == UInt8(ascii: "=") ? (.doubleStarEqual, 3) : (.doubleStar, 2) }
            return isAssignment ? (.starEqual, 2) : (.star, 1)
        case UInt8(ascii: "/"):
            if isDoubled { return third == UInt8(ascii: "=") ? (.doubleSlashEqual, 3) : (.doubleSlash, 2) }
            return isAssignment ? (.slashEqual, 2) : (.slash, 1)
        case UInt8(ascii: "<"):
            if isDoubled { return third == UInt8(ascii: "=") ? (.leftShiftEqual, 3) : (.leftShift, 2) }
            if second == UInt8(ascii: ">") { return (.stray, 2) }
            return isAssignment ? (.lessEqual, 2) : (.less, 1)
        case UInt8(ascii: ">"):
            if isDoubled { return third == UInt8(ascii: "=") ? (.rightShiftEqual, 3) : (.rightShift, 2) }
            return isAssignment ? (.greaterEqual, 2) : (.greater, 1)
        case UInt8(ascii: "!"): return isAssignment ? (.notEqual, 2) : (.exclamation, 1)
        case UInt8(ascii: "%"): return isAssignment ? (.percentEqual, 2) : (.percent, 1)
        case UInt8(ascii: "@"): return isAssignment ? (.atEqual, 2) : (.at, 1)
        case UInt8(ascii: "&"): return isAssignment ? (.ampersandEqual, 2) : (.ampersand, 1)
        case UInt8(ascii: "|"): return isAssignment ? (.barEqual, 2) : (.bar, 1)
        case UInt8(ascii: "^"): return isAssignment ? (.circumflexEqual, 2) : (.circumflex, 1)
        case UInt8(ascii: ";"): return (.semicolon, 1)
        case UInt8(ascii: "~"): return (.tilde, 1)
        default: return first < 0x20 || first == 0x7F ? (nil, 1) : (.stray, 1)
        }
    }
}
