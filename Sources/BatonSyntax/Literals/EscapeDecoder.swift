/// Reads the backslash escapes of string and bytes literals.
struct EscapeDecoder {
    /// The text between the quotes.
    let text: UnsafeBufferPointer<UInt8>
    let isBytes: Bool
    private(set) var result = LiteralText()
    /// The first escape that means nothing, as a warning names it.
    private(set) var warning: String?
    private var position = 0
    /// Characters outside ASCII before the place: CPython counts each as the ten bytes of its escape.
    private var widened = 0

    init(_ text: UnsafeBufferPointer<UInt8>, isBytes: Bool) {
        self.text = text
        self.isBytes = isBytes
        result.bytes.reserveCapacity(text.count)
    }

    /// What is wrong with an escape, as CPython's codec says it.
    struct Failure: Error {
        let message: String
    }

    mutating func run() throws(Failure) {
        while position < text.count {
            let byte = text[position]
            guard byte == UInt8(ascii: "\\") else {
                if byte >= 0xC0 { widened += 10 - (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4) }
                result.bytes.append(byte)
                position += 1
                continue
            }
            try decodeEscape()
        }
    }

    private mutating func decodeEscape() throws(Failure) {
        let start = position
        position += 1
        guard position < text.count else {
            result.bytes.append(UInt8(ascii: "\\"))
            return
        }
        let letter = text[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\n"): break
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.bytes.append(letter)
        case UInt8(ascii: "a"): result.bytes.append(0x07)
        case UInt8(ascii: "b"): result.bytes.append(0x08)
        case UInt8(ascii: "t"): result.bytes.append(0x09)
        case UInt8(ascii: "n"): result.bytes.append(0x0A)
        case UInt8(ascii: "v"): result.bytes.append(0x0B)
        case UInt8(ascii: "f"): result.bytes.append(0x0C)
        case UInt8(ascii: "r"): result.bytes.append(0x0D)
        case UInt8(ascii: "0")...UInt8(ascii: "7"): decodeOctal(start)
        case UInt8(ascii: "x"): try decodeHex(start, digits: 2, "\\xXX")
        case UInt8(ascii: "u") where !isBytes: try decodeHex(start, digits: 4, "\\uXXXX")
        case UInt8(ascii: "U") where !isBytes: try decodeHex(start, digits: 8, "\\UXXXXXXXX")
        case UInt8(ascii: "N") where !isBytes: try decodeName(start)
        default:
            result.bytes.append(UInt8(ascii: "\\"))
            position -= 1
            if letter < 0x80 { note("invalid escape sequence '\\\(Unicode.Scalar(letter))'") }
        }
    }

    private mutating func note(_ message: String) {
        warning = warning ?? message
    }

    private mutating func decodeOctal(_ start: Int) {
        var value: UInt32 = 0
        position = start + 1
        while position < min(start + 4, text.count), text[position] & 0xF8 == UInt8(ascii: "0") {
            value = value << 3 | UInt32(text[position] & 7)
            position += 1
        }
        if value > 0o377 { note("invalid octal escape sequence '\\\(String(value, radix: 8))'") }
        if isBytes {
            result.bytes.append(UInt8(truncatingIfNeeded: value))
        } else {
            result.append(codePoint: value)
        }
    }

    private mutating func decodeHex(_ start: Int, digits: Int, _ form: String) throws(Failure) {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard position < text.count, let digit = Character.hexDigit(text[position]) else {
                if isBytes { throw Failure(message: "(value error) invalid \\x escape at position \(start)") }
                throw failure(start, "truncated \(form) escape")
            }
            value = value << 4 | digit
            position += 1
        }
        if value > 0x10_FFFF { throw failure(start, "illegal Unicode character") }
        if isBytes {
            result.bytes.append(UInt8(value))
        } else {
            result.append(codePoint: value)
        }
    }

    private mutating func decodeName(_ start: Int) throws(Failure) {
        guard position < text.count, text[position] == UInt8(ascii: "{") else {
            throw failure(start, "malformed \\N character escape")
        }
        position += 1
        let first = position
        while position < text.count, text[position] != UInt8(ascii: "}") { position += 1 }
        guard position < text.count, position > first else { throw failure(start, "malformed \\N character escape") }
        let name = String(decoding: UnsafeBufferPointer(rebasing: text[first..<position]), as: UTF8.self)
        position += 1
        guard let scalar = CharacterNames.scalar(named: name) else {
            throw failure(start, "unknown Unicode character name")
        }
        result.append(codePoint: scalar.value)
    }

    private func failure(_ start: Int, _ reason: String) -> Failure {
        let first = start + widened
        return Failure(
            message: "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                + "\(first)-\(position + widened - 1): \(reason)")
    }
}
