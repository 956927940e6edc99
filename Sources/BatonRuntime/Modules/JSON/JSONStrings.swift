internal import CBaton

// Strings of JSON, both ways.

extension JSONText {
    /// Read the string whose opening quote stands before `start`: a new str, and the place behind the closing quote. Nil:
    /// an exception is set.
    @inline(__always)
    func scanString(_ start: Int, _ strict: Bool) -> (value: Ref, end: Int)? {
        let stop = plainEnd(start, strict)
        if self[stop] == 0x22, let value = makeText(part(start, stop)) { return (value, stop + 1) }
        return scanEscaped(start, strict)
    }

    /// Where the characters that stand for themselves end.
    @inline(__always)
    func plainEnd(_ start: Int, _ strict: Bool) -> Int {
        var place = start
        while place < count {
            let character = characters[place]
            if character == 0x22 || character == 0x5C || (character < 0x20 && strict) { break }
            place += 1
        }
        return place
    }

    @inline(never)
    private func scanEscaped(_ start: Int, _ strict: Bool) -> (value: Ref, end: Int)? {
        var builder = TextBuilder()
        var place = start
        while true {
            let stop = plainEnd(place, strict)
            builder.append(part(place, stop))
            guard stop < count else { return fail("Unterminated string starting at", at: start - 1) }
            if characters[stop] == 0x22 {
                guard let value = builder.finish() else { return nil }
                return (value, stop + 1)
            }
            guard characters[stop] == 0x5C else { return fail("Invalid control character at", at: stop) }
            guard stop + 1 < count else { return fail("Unterminated string starting at", at: start - 1) }
            if characters[stop + 1] == 0x75 {
                guard let (code, end) = scanCode(stop + 1) else { return nil }
                builder.append(code)
                place = end
            } else {
                guard let character = Self.escaped(self[stop + 1]) else { return fail("Invalid \\escape", at: stop) }
                builder.append(character)
                place = stop + 2
            }
        }
    }

    private static func escaped(_ letter: UInt32) -> UInt32? {
        switch Unicode.Scalar(letter) {
        case "\"", "\\", "/": letter
        case "b": 0x08
        case "f": 0x0C
        case "n": 0x0A
        case "r": 0x0D
        case "t": 0x09
        default: nil
        }
    }

    /// The character of a `\u` whose u stands at a place, and where it ends: of two such that are surrogates, of one that
    /// is none or stands alone. Nil: an exception is set.
    private func scanCode(_ place: Int) -> (code: UInt32, end: Int)? {
        let end = place + 5
        guard end < count, let code = hexadecimal(place + 1) else {
            return fail("Invalid \\uXXXX escape", at: place)
        }
        guard code & 0xFC00 == 0xD800, end + 6 < count, has("\\u", at: end) else { return (code, end) }
        guard let second = hexadecimal(end + 2) else { return fail("Invalid \\uXXXX escape", at: end + 1) }
        guard second & 0xFC00 == 0xDC00 else { return (code, end) }
        return (0x1_0000 + ((code & 0x3FF) << 10 | second & 0x3FF), end + 6)
    }

    /// The number that four hexadecimal digits make.
    private func hexadecimal(_ place: Int) -> UInt32? {
        var value: UInt32 = 0
        for index in place..<place + 4 {
            let character = self[index]
            switch character {
            case 0x30...0x39: value = value << 4 | (character - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | ((character & 0x0F) + 9)
            default: return nil
            }
        }
        return value
    }
}

/// Append a str in quotes, with what must be escaped; `ascii`: as ASCII.
func appendQuoted(_ text: Ref, ascii: Bool, to builder: inout TextBuilder) {
    builder.append(UInt32(0x22))
    let view = TextView(text)
    switch view.kind {
    case 1: appendEscaped(view.bytes, view, ascii, to: &builder)
    case 2: appendEscaped(view.units, view, ascii, to: &builder)
    default: appendEscaped(view.scalars, view, ascii, to: &builder)
    }
    builder.append(UInt32(0x22))
}

@inline(__always)
private func appendEscaped<Character: FixedWidthInteger & UnsignedInteger>(
    _ characters: UnsafePointer<Character>, _ view: TextView, _ ascii: Bool, to builder: inout TextBuilder
) {
    var start = 0
    var place = 0
    while place < view.count {
        let character = characters[place]
        if character >= 0x20, character < 0x7F || !ascii, character != 0x22, character != 0x5C {
            place += 1
            continue
        }
        builder.append(view.part(start, place))
        appendJSONEscape(UInt32(truncatingIfNeeded: character), to: &builder)
        place += 1
        start = place
    }
    builder.append(view.part(start, place))
}

@inline(never)
private func appendJSONEscape(_ character: UInt32, to builder: inout TextBuilder) {
    switch Unicode.Scalar(character) {
    case "\"": builder.append("\\\"")
    case "\\": builder.append("\\\\")
    case "\u{08}": builder.append("\\b")
    case "\u{0C}": builder.append("\\f")
    case "\n": builder.append("\\n")
    case "\r": builder.append("\\r")
    case "\t": builder.append("\\t")
    default:
        var code = character
        if code >= 0x1_0000 {
            code -= 0x1_0000
            appendUnit(0xD800 | code >> 10, to: &builder)
            code = 0xDC00 | code & 0x3FF
        }
        appendUnit(code, to: &builder)
    }
}

private func appendUnit(_ unit: UInt32, to builder: inout TextBuilder) {
    builder.append("\\u")
    builder.append(number: UInt64(unit), base: 16, digits: 4)
}
