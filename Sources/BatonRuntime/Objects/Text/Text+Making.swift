internal import CBaton
internal import CBaton.Host
internal import Glibc

// Text from characters, from Swift strings, and back.

/// Copy `count` characters into `target`, whose characters are `kind` bytes wide, at least as wide as they need.
@inline(__always)
func copyCharacters<Character: FixedWidthInteger & UnsignedInteger>(
    _ source: UnsafePointer<Character>, _ count: Int, to target: UnsafeMutableRawPointer, kind: Int
) {
    if kind == MemoryLayout<Character>.size {
        memcpy(target, source, count * kind)
        return
    }
    // SAFETY: because the caller says that the target has characters of this kind.
    switch kind {
    case 1:
        let bytes = target.assumingMemoryBound(to: UInt8.self)
        for index in 0..<count { bytes[index] = UInt8(truncatingIfNeeded: source[index]) }
    case 2:
        let units = target.assumingMemoryBound(to: UInt16.self)
        for index in 0..<count { units[index] = UInt16(truncatingIfNeeded: source[index]) }
    default:
        let scalars = target.assumingMemoryBound(to: UInt32.self)
        for index in 0..<count { scalars[index] = UInt32(truncatingIfNeeded: source[index]) }
    }
}

/// Copy the characters of a view into `target`, whose characters are `kind` bytes wide, wide enough for them.
func copyCharacters(_ view: TextView, to target: UnsafeMutableRawPointer, kind: Int) {
    switch view.kind {
    case 1: copyCharacters(view.bytes, view.count, to: target, kind: kind)
    case 2: copyCharacters(view.units, view.count, to: target, kind: kind)
    default: copyCharacters(view.scalars, view.count, to: target, kind: kind)
    }
}

/// Make text of the characters of a view, as narrow as they allow.
func makeText(_ view: TextView) -> Ref? {
    if view.count == 1, view[0] <= 0x10_FFFF { return makeText(character: view[0]) }
    let bits = view.bits
    if bits > 0x10_FFFF, let character = firstBeyondUnicode(view) { return raiseBeyondUnicode(character) }
    guard let text = newText(count: view.count, maximum: bits) else { return nil }
    copyCharacters(view, to: BtUnicode_DATA_(text), kind: kind(forBits: bits))
    return text
}

/// The first character that is no code point.
private func firstBeyondUnicode(_ view: TextView) -> UInt32? {
    for index in 0..<view.count where view[index] > 0x10_FFFF { return view[index] }
    return nil
}

private func raiseBeyondUnicode(_ character: UInt32) -> Ref? {
    raise(
        BtExc_ValueError, "character U+\(String(character, radix: 16)) is not in range [U+0000; U+10ffff]")
}

/// The characters `start`..<`end` of a str as a str: itself if they are all of it.
func textPart(_ text: Ref, _ start: Int, _ end: Int) -> Ref? {
    let view = TextView(text)
    if start == 0, end == view.count, text.type == BtUnicode_Type_() { return Bt_NewRef_(text) }
    return start < end ? makeText(view.part(start, end)) : newText(count: 0, maximum: 0)
}

/// The str of one character, which must be a code point.
func makeText(character: UInt32) -> Ref? {
    if character < 0x100, let text = _bt_latin1_text(UInt8(truncatingIfNeeded: character)).pointee { return text }
    guard let text = newText(count: 1, maximum: character) else { return nil }
    BtUnicode_WRITE_(CInt(kind(forBits: character)), BtUnicode_DATA_(text), 0, character)
    return text
}

/// Make text of bytes that are known to be ASCII.
func makeText(ascii bytes: UnsafePointer<UInt8>, _ count: Int) -> Ref? {
    if count == 1, let text = _bt_latin1_text(bytes[0]).pointee { return text }
    guard let text = newText(count: count, maximum: 0x7F) else { return nil }
    memcpy(BtUnicode_DATA_(text), bytes, count)
    return text
}

/// Make text of Latin-1 bytes.
func makeText(latin1 bytes: UnsafePointer<UInt8>, _ count: Int) -> Ref? {
    if count == 1, let text = _bt_latin1_text(bytes[0]).pointee { return text }
    guard let text = newText(count: count, maximum: asciiPrefix(bytes, count) == count ? 0x7F : 0xFF) else {
        return nil
    }
    memcpy(BtUnicode_DATA_(text), bytes, count)
    return text
}

/// Make a str from Swift text. For messages and other cold code.
package func makeString(_ text: String) -> Ref? {
    var text = text
    return text.withUTF8 { bytes in
        guard let base = bytes.baseAddress else { return newText(count: 0, maximum: 0) }
        return decodeUTF8(base, bytes.count)
    }
}

/// The text of a str for messages and other cold code; a lone surrogate becomes U+FFFD. What is not a str gives a note.
package func swiftString(_ text: Ref) -> String {
    guard isStr(text) else { return "<not a str>" }
    let view = TextView(text)
    if BtUnicode_IS_ASCII_(text) != 0 {
        return String(decoding: UnsafeBufferPointer(start: view.bytes, count: view.count), as: UTF8.self)
    }
    switch view.kind {
    case 1:
        return String(
            decoding: UnsafeBufferPointer(start: view.bytes, count: view.count).map(UInt16.init), as: UTF16.self)
    case 2: return String(decoding: UnsafeBufferPointer(start: view.units, count: view.count), as: UTF16.self)
    default: return String(decoding: UnsafeBufferPointer(start: view.scalars, count: view.count), as: UTF32.self)
    }
}

/// Make the empty str and those of one Latin-1 character, which exist once. At start, before a second thread exists.
func makeSharedTexts() {
    guard let empty = newText(count: 0, maximum: 0) else { return }
    _bt_make_immortal(empty)
    _bt_text.empty = empty
    for character in UInt8.min...UInt8.max {
        guard let text = newText(count: 1, maximum: UInt32(character)) else { return }
        BtUnicode_WRITE_(1, BtUnicode_DATA_(text), 0, UInt32(character))
        _bt_make_immortal(text)
        _bt_latin1_text(character).pointee = text
    }
}
