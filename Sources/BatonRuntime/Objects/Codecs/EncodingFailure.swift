internal import CBaton

/// What an encoder writes for one code point.
typealias CharacterWriter = (UInt32, inout ByteBuilder) -> Void

/// The input of an encoder, and what to do with what does not fit.
struct EncodingFailure {
    let encoding: StaticString
    let text: Ref
    let errors: UnsafePointer<CChar>?
    /// Whether the encoding has the character.
    let fits: (UInt32) -> Bool
    let write: CharacterWriter

    /// Handle the characters `start`..<`end`; gives the place to go on at. Nil: an exception is set.
    func handle(_ start: Int, _ end: Int, _ reason: StaticString, _ builder: inout ByteBuilder) -> Int? {
        guard let handler = ErrorHandler.named(errors) else { return nil }
        let view = TextView(text)
        switch handler {
        case .ignore:
            return end
        case .replace:
            for _ in start..<end { write(0x3F, &builder) }
            return end
        case .surrogateEscape:
            var index = start
            while index < end, view[index] >= 0xDC80, view[index] <= 0xDCFF {
                builder.append(UInt8(view[index] - 0xDC00))
                index += 1
            }
            if index > start { return index }
        case .surrogatePass:
            if let next = passSurrogates(view, start, end, &builder) { return next }
        case .backslashReplace, .xmlCharRefReplace, .nameReplace:
            for index in start..<end { put(escape(view[index], handler), &builder) }
            return end
        case .strict:
            break
        }
        raiseEncodeError(encoding, text, start, end, reason)
        return nil
    }

    private func put(_ escape: String, _ builder: inout ByteBuilder) {
        for scalar in escape.unicodeScalars { write(scalar.value, &builder) }
    }

    private func escape(_ character: UInt32, _ handler: ErrorHandler) -> String {
        if handler == .xmlCharRefReplace { return "&#\(character);" }
        if handler == .nameReplace, let name = Unicode.Scalar(character)?.properties.name { return "\\N{\(name)}" }
        let digits = String(character, radix: 16)
        let (mark, width) = character < 0x100 ? ("\\x", 2) : character < 0x1_0000 ? ("\\u", 4) : ("\\U", 8)
        return mark + String(repeating: "0", count: width - digits.count) + digits
    }

    /// Write surrogates as if they were characters, which only the encodings of Unicode can.
    private func passSurrogates(_ view: TextView, _ start: Int, _ end: Int, _ builder: inout ByteBuilder) -> Int? {
        guard encoding.description.hasPrefix("utf-") else { return nil }
        var index = start
        while index < end, view[index] & 0xFFFF_F800 == 0xD800 {
            write(view[index], &builder)
            index += 1
        }
        return index > start ? index : nil
    }
}

/// Encode text by a writer, handling runs of characters that do not fit.
func encode(
    _ text: Ref, _ encoding: StaticString, _ errors: UnsafePointer<CChar>?, reason: StaticString,
    builder: consuming ByteBuilder = ByteBuilder(), fits: @escaping (UInt32) -> Bool, write: @escaping CharacterWriter
) -> Ref? {
    let view = TextView(text)
    var builder = builder
    var index = 0
    while index < view.count {
        if fits(view[index]) {
            write(view[index], &builder)
            index += 1
            continue
        }
        var end = index
        while end < view.count, !fits(view[end]) { end += 1 }
        let failure = EncodingFailure(encoding: encoding, text: text, errors: errors, fits: fits, write: write)
        guard let next = failure.handle(index, end, reason, &builder) else { return nil }
        index = next
    }
    return builder.finish()
}
