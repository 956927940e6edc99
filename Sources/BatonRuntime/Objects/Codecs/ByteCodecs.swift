internal import CBaton
internal import Glibc

// ASCII, Latin-1 and UTF-8 as codecs of whole texts.

func decodeASCII(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: UnsafePointer<CChar>?) -> Ref? {
    if asciiPrefix(bytes, count) == count { return makeText(ascii: bytes, count) }
    let failure = DecodingFailure(encoding: "ascii", bytes: bytes, count: count, errors: errors)
    var builder = TextBuilder()
    var index = 0
    while index < count {
        let plain = asciiPrefix(bytes + index, count - index)
        builder.append(ascii: bytes + index, plain)
        index += plain
        guard index < count else { break }
        guard let next = failure.handle(index, index + 1, "ordinal not in range(128)", &builder) else { return nil }
        index = next
    }
    return builder.finish()
}

func encodeASCII(_ text: Ref, _ errors: UnsafePointer<CChar>?) -> Ref? {
    if BtUnicode_IS_ASCII_(text) != 0 { return bytes(of: TextView(text)) }
    return encode(text, "ascii", errors, reason: "ordinal not in range(128)") {
        $0 < 0x80
    } write: {
        $1.append(UInt8(truncatingIfNeeded: $0))
    }
}

func encodeLatin1(_ text: Ref, _ errors: UnsafePointer<CChar>?) -> Ref? {
    let view = TextView(text)
    if view.kind == 1 { return bytes(of: view) }
    return encode(text, "latin-1", errors, reason: "ordinal not in range(256)") {
        $0 < 0x100
    } write: {
        $1.append(UInt8(truncatingIfNeeded: $0))
    }
}

func encodeUTF8(_ text: Ref, _ errors: UnsafePointer<CChar>?) -> Ref? {
    if BtUnicode_IS_ASCII_(text) != 0 { return bytes(of: TextView(text)) }
    if let kept = _bt_text_kept_utf8(text) {
        return BtBytes_FromStringAndSize(kept, text.as(BtCompactUnicodeObject.self).pointee.utf8_length)
    }
    return encode(text, "utf-8", errors, reason: "surrogates not allowed", builder: ByteBuilder(capacity: 64)) {
        $0 & 0xFFFF_F800 != 0xD800
    } write: {
        $1.append(utf8: $0)
    }
}

/// One-byte characters as they are.
private func bytes(of view: TextView) -> Ref? {
    // SAFETY: because CChar and UInt8 have one layout.
    BtBytes_FromStringAndSize(UnsafeRawPointer(view.data).assumingMemoryBound(to: CChar.self), view.count)
}
