internal import CBaton
internal import Glibc

// The text of a number, as bytes: what int() and float() read.

/// Bytes of ASCII text.
typealias ASCII = UnsafeBufferPointer<UInt8>

/// Give the characters of a str as ASCII: decimal digits of every script as 0 to 9, white space as a blank, and anything
/// else beyond ASCII as a question mark, which is in no number. Nil: MemoryError is set, or what `body` raises.
func withNumberText<T>(of text: Ref, _ body: (ASCII) -> T?) -> T? {
    let view = TextView(text)
    if BtUnicode_IS_ASCII_(text) != 0 { return body(ASCII(start: view.bytes, count: view.count)) }
    guard let memory = BtMem_RawMalloc(view.count) else { return raiseNoMemory() }
    defer { BtMem_RawFree(memory) }
    let bytes = memory.bindMemory(to: UInt8.self, capacity: view.count)
    for index in 0..<view.count { bytes[index] = numberCharacter(view[index]) }
    return body(ASCII(start: bytes, count: view.count))
}

private func numberCharacter(_ character: UInt32) -> UInt8 {
    if character < 0x80 { return UInt8(character) }
    if _BtUnicode_IsWhitespace(character) != 0 { return 0x20 }
    let digit = _BtUnicode_ToDecimalDigit(character)
    return digit < 0 ? UInt8(ascii: "?") : UInt8(ascii: "0") + UInt8(digit)
}

/// Give the bytes of an object with a buffer; nil with nothing raised if the object has none.
func withNumberText<T>(ofBuffer object: Ref, _ body: (ASCII) -> T?) -> T? {
    guard BtObject_CheckBuffer(object) != 0 else { return nil }
    var view = Bt_buffer()
    guard BtObject_GetBuffer(object, &view, BtBUF_SIMPLE) == 0 else {
        BtErr_Clear()
        return nil
    }
    defer { BtBuffer_Release(&view) }
    // SAFETY: because a simple buffer is `len` bytes of memory.
    let start = view.buf?.assumingMemoryBound(to: UInt8.self)
    return body(ASCII(start: start, count: start == nil ? 0 : view.len))
}

/// White space as C's isspace sees it.
@inline(__always)
func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

/// The bytes without white space around.
func stripped(_ bytes: ASCII) -> ASCII {
    var start = 0
    var end = bytes.count
    while start < end, isASCIISpace(bytes[start]) { start += 1 }
    while end > start, isASCIISpace(bytes[end - 1]) { end -= 1 }
    return ASCII(rebasing: bytes[start..<end])
}

/// ValueError with the repr of what is no number, at most 200 characters of it; nothing if it is told already.
func raiseInvalidNumber(_ prefix: String, _ object: Ref) -> Ref? {
    guard let repr = BtObject_Repr(object) else { return nil }
    defer { Bt_DECREF_(repr) }
    return raise(BtExc_ValueError, prefix + String(swiftString(repr).unicodeScalars.prefix(200)))
}
