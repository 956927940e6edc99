internal import CBaton
internal import Glibc

/// How many of the first bytes are below 0x80 in a row.
@inline(__always)
func asciiPrefix(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let raw = UnsafeRawPointer(bytes)
    var index = 0
    while index + 8 <= count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
        index += 8
    }
    while index < count, bytes[index] < 0x80 { index += 1 }
    return index
}

/// What stands at one place of UTF-8 bytes.
enum UTF8Step {
    case character(UInt32, length: Int)
    /// Not UTF-8: why, and how many bytes are at fault.
    case wrong(StaticString, length: Int)
    /// The bytes end within a sequence that is right so far.
    case incomplete
}

/// Read the sequence at `index`, which is within `count`.
@inline(__always)
func utf8Step(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> UTF8Step {
    let lead = bytes[index]
    if lead < 0x80 { return .character(UInt32(lead), length: 1) }
    if lead < 0xC2 || lead > 0xF4 { return .wrong("invalid start byte", length: 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var character = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
        guard index + offset < count else { return .incomplete }
        let next = bytes[index + offset]
        // The second byte excludes overlong forms, surrogates and what is beyond U+10FFFF.
        let lowest: UInt8 = offset == 1 && lead == 0xE0 ? 0xA0 : offset == 1 && lead == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = offset == 1 && lead == 0xED ? 0x9F : offset == 1 && lead == 0xF4 ? 0x8F : 0xBF
        guard next >= lowest, next <= highest else { return .wrong("invalid continuation byte", length: offset) }
        character = character << 6 | UInt32(next & 0x3F)
    }
    return .character(character, length: length)
}

/// Decode UTF-8 strictly.
func decodeUTF8(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Ref? {
    if asciiPrefix(bytes, count) == count { return makeText(ascii: bytes, count) }
    return decodeUTF8(bytes, count, errors: nil, consumed: nil)
}

/// Decode UTF-8. With `consumed` a sequence that is not complete at the end is left, and not counted there.
func decodeUTF8(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, errors: UnsafePointer<CChar>?, consumed: UnsafeMutablePointer<Int>?
) -> Ref? {
    consumed?.pointee = count
    if asciiPrefix(bytes, count) == count { return makeText(ascii: bytes, count) }
    // Measure, then fill: most input is right, and is then copied once.
    var index = 0
    var length = 0
    var bits: UInt32 = 0
    while index < count {
        let plain = asciiPrefix(bytes + index, count - index)
        index += plain
        length += plain
        guard index < count, case .character(let character, let size) = utf8Step(bytes, index, count) else { break }
        bits |= character
        index += size
        length += 1
    }
    if index == count {
        guard let text = newText(count: length, maximum: bits) else { return nil }
        fill(text, kind(forBits: bits), bytes, count)
        return text
    }
    var builder = TextBuilder()
    guard decodeUTF8(bytes, count, errors: errors, consumed: consumed, into: &builder) else { return nil }
    return builder.finish()
}

/// Decode bytes that are known to be UTF-8 into text of the right length and width.
private func fill(_ text: Ref, _ kind: Int, _ bytes: UnsafePointer<UInt8>, _ count: Int) {
    let data = BtUnicode_DATA_(text)!
    var index = 0
    var target = 0
    while index < count {
        guard case .character(let character, let size) = utf8Step(bytes, index, count) else { return }
        BtUnicode_WRITE_(CInt(kind), data, target, character)
        index += size
        target += 1
    }
}

/// Decode UTF-8 at the end of a builder, handling errors. False: an exception is set.
func decodeUTF8(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, errors: UnsafePointer<CChar>?, consumed: UnsafeMutablePointer<Int>?,
    into builder: inout TextBuilder
) -> Bool {
    consumed?.pointee = count
    var index = 0
    let failure = DecodingFailure(encoding: "utf-8", bytes: bytes, count: count, errors: errors)
    while index < count {
        let plain = asciiPrefix(bytes + index, count - index)
        builder.append(ascii: bytes + index, plain)
        index += plain
        guard index < count else { break }
        switch utf8Step(bytes, index, count) {
        case .character(let character, let length):
            builder.append(character)
            index += length
        case .incomplete:
            if let consumed {
                consumed.pointee = index
                return true
            }
            guard let next = failure.handle(index, count, "unexpected end of data", &builder) else { return false }
            index = next
        case .wrong(let reason, let length):
            guard let next = failure.handle(index, index + length, reason, &builder) else { return false }
            index = next
        }
    }
    return true
}

/// The number of UTF-8 bytes of a character; surrogates count three.
@inline(__always)
func utf8Length(_ character: UInt32) -> Int {
    character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x1_0000 ? 3 : 4
}

/// Write the UTF-8 bytes of a character, surrogates as if they were characters; returns the place behind them.
@inline(__always)
func writeUTF8(_ character: UInt32, to target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    let length = utf8Length(character)
    if length == 1 {
        target[0] = UInt8(truncatingIfNeeded: character)
        return target + 1
    }
    for offset in 1..<length {
        target[offset] = 0x80 | UInt8(truncatingIfNeeded: character >> UInt32(6 * (length - 1 - offset))) & 0x3F
    }
    let mark: UInt8 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
    target[0] = mark | UInt8(truncatingIfNeeded: character >> UInt32(6 * (length - 1)))
    return target + length
}

/// The bytes of the UTF-8 form, ended by a 0, which belong to the str; kept at the first ask. Nil: an exception is set.
package func utf8(_ text: Ref) -> (bytes: UnsafePointer<CChar>, count: Int)? {
    let view = TextView(text)
    if BtUnicode_IS_ASCII_(text) != 0 {
        // SAFETY: because CChar and UInt8 have one layout.
        return (UnsafeRawPointer(view.data).assumingMemoryBound(to: CChar.self), view.count)
    }
    if let kept = _bt_text_kept_utf8(text) { return (kept, text.as(BtCompactUnicodeObject.self).pointee.utf8_length) }
    var length = 0
    for index in 0..<view.count {
        let character = view[index]
        guard character & 0xFFFF_F800 != 0xD800 else {
            raiseEncodeError("utf-8", text, index, surrogatesEnd(view, index), "surrogates not allowed")
            return nil
        }
        length += utf8Length(character)
    }
    guard let memory = BtMem_RawMalloc(length + 1) else { return raiseNoMemory() }
    var target = memory.assumingMemoryBound(to: UInt8.self)
    for index in 0..<view.count { target = writeUTF8(view[index], to: target) }
    target.pointee = 0
    if _bt_text_keep_utf8(text, memory.assumingMemoryBound(to: CChar.self), length) == 0 { BtMem_RawFree(memory) }
    return (_bt_text_kept_utf8(text)!, length)
}

/// The end of the run of surrogates that begins at `start`.
func surrogatesEnd(_ view: TextView, _ start: Int) -> Int {
    var end = start
    while end < view.count, view[end] & 0xFFFF_F800 == 0xD800 { end += 1 }
    return end
}
