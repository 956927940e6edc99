internal import CBaton

// The encodings of Python's own literals: unicode_escape and raw_unicode_escape.

/// Decode backslash escapes; with `raw` only `\uXXXX` and `\UXXXXXXXX`. Bytes beyond ASCII are Latin-1.
func decodeEscapes(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: UnsafePointer<CChar>?, raw: Bool) -> Ref? {
    let encoding: StaticString = raw ? "rawunicodeescape" : "unicodeescape"
    let failure = DecodingFailure(encoding: encoding, bytes: bytes, count: count, errors: errors)
    var builder = TextBuilder()
    var index = 0
    while index < count {
        guard bytes[index] == 0x5C else {
            builder.append(UInt32(bytes[index]))
            index += 1
            continue
        }
        let step = EscapeStep.read(bytes, index, count, raw: raw)
        if let reason = step.reason {
            guard let next = failure.handle(index, step.end, reason, &builder) else { return nil }
            index = next
        } else {
            if let character = step.character { builder.append(character) }
            if step.keepsBackslash { builder.append(0x5C) }
            index = step.end
        }
    }
    return builder.finish()
}

/// What a one-letter escape of str or bytes stands for; nil: there is none of that letter.
func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): letter
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "r"): 13
    default: nil
    }
}

/// One escape: the character that it stands for, or why it is wrong.
private struct EscapeStep {
    var character: UInt32?
    var reason: StaticString?
    var keepsBackslash = false
    var end: Int

    static func read(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int, raw: Bool) -> EscapeStep {
        guard start + 1 < count else {
            return raw
                ? EscapeStep(keepsBackslash: true, end: count) : EscapeStep(reason: "\\ at end of string", end: count)
        }
        let letter = bytes[start + 1]
        switch letter {
        case UInt8(ascii: "u"): return digits(bytes, start, count, 4, "truncated \\uXXXX escape")
        case UInt8(ascii: "U"): return digits(bytes, start, count, 8, "truncated \\UXXXXXXXX escape")
        case _ where raw: return EscapeStep(keepsBackslash: true, end: start + 1)
        case UInt8(ascii: "x"): return digits(bytes, start, count, 2, "truncated \\xXX escape")
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(bytes, start, count)
        case 0x0A: return EscapeStep(end: start + 2)
        case UInt8(ascii: "N"): return EscapeStep(reason: "malformed \\N character escape", end: start + 2)
        default: break
        }
        guard let character = simpleEscape(letter).map(UInt32.init) else {
            // An escape that there is not stands for itself, backslash included.
            return EscapeStep(keepsBackslash: true, end: start + 1)
        }
        return EscapeStep(character: character, end: start + 2)
    }

    private static func digits(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ wanted: Int, _ reason: StaticString
    ) -> EscapeStep {
        var value: UInt32 = 0
        var index = start + 2
        while index < start + 2 + wanted {
            guard index < count, let digit = hexValue(bytes[index]) else {
                return EscapeStep(reason: reason, end: index)
            }
            value = value << 4 | digit
            index += 1
        }
        return value <= 0x10_FFFF
            ? EscapeStep(character: value, end: index) : EscapeStep(reason: "illegal Unicode character", end: index)
    }

    private static func octal(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> EscapeStep {
        var value: UInt32 = 0
        var index = start + 1
        while index < min(count, start + 4), bytes[index] >= 0x30, bytes[index] <= 0x37 {
            value = value << 3 | UInt32(bytes[index] - 0x30)
            index += 1
        }
        return EscapeStep(character: value, end: index)
    }
}

private func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
}

/// Encode with backslash escapes; with `raw` only what Latin-1 has not.
func encodeEscapes(_ text: Ref, raw: Bool) -> Ref? {
    let view = TextView(text)
    var builder = ByteBuilder(capacity: view.count)
    var escape = TextBuilder()
    for index in 0..<view.count {
        let character = view[index]
        if raw ? character < 0x100 : character >= 0x20 && character < 0x7F && character != 0x5C {
            builder.append(UInt8(truncatingIfNeeded: character))
            continue
        }
        escape.truncate(0)
        if character == 0x5C {
            escape.append("\\\\")
        } else {
            appendEscape(character, to: &escape)
        }
        if escape.failed { return raiseNoMemory() }
        for offset in 0..<escape.count { builder.append(UInt8(truncatingIfNeeded: escape.view[offset])) }
    }
    return builder.finish()
}
