internal import CBaton
internal import CBaton.Host
internal import Glibc

// Text as doubles.

/// How many bytes at the start of `text` are a decimal number, `inf`, `infinity` or `nan` with an optional sign; 0: none.
/// No byte behind a NUL counts.
func floatPrefix(_ text: ASCII) -> Int {
    var index = 0
    func peek() -> UInt8 { index < text.count ? text[index] : 0 }
    func digits() -> Int {
        let start = index
        while peek() >= 0x30, peek() <= 0x39 { index += 1 }
        return index - start
    }
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { index += 1 }
    if let word = ["infinity", "inf", "nan"].first(where: { startsWith(text, index, $0) }) {
        return index + word.utf8.count
    }
    var significant = digits()
    if peek() == UInt8(ascii: ".") {
        index += 1
        significant += digits()
    }
    guard significant > 0 else { return 0 }
    let end = index
    guard peek() | 0x20 == UInt8(ascii: "e") else { return end }
    index += 1
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { index += 1 }
    return digits() > 0 ? index : end
}

private func startsWith(_ text: ASCII, _ start: Int, _ word: String) -> Bool {
    text.count - start >= word.utf8.count && zip(text[start...], word.utf8).allSatisfy { $0 | 0x20 == $1 }
}

/// The double of text that `floatPrefix` accepts as a whole. Nil: MemoryError is set.
func floatValue(_ text: ASCII) -> Double? {
    func read(_ buffer: UnsafeMutablePointer<CChar>) -> Double {
        // SAFETY: because CChar and UInt8 have one layout.
        memcpy(buffer, text.baseAddress!, text.count)
        buffer[text.count] = 0
        return _bt_double_read(buffer, nil)
    }
    if text.count < 64 {
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { read($0.baseAddress!) }
    }
    guard let memory = BtMem_RawMalloc(text.count + 1) else { return raiseNoMemory() }
    defer { BtMem_RawFree(memory) }
    return read(memory.bindMemory(to: CChar.self, capacity: text.count + 1))
}

/// Read the whole of `text`, with white space around and underscores between digits, as float() does.
/// Nil: no number, or, with an exception set, no memory.
private func wholeFloat(_ text: ASCII) -> Double? {
    let text = stripped(text)
    guard text.contains(UInt8(ascii: "_")) else {
        return text.count > 0 && floatPrefix(text) == text.count ? floatValue(text) : nil
    }
    func isDigit(_ index: Int) -> Bool {
        index >= 0 && index < text.count && text[index] >= 0x30 && text[index] <= 0x39
    }
    guard let memory = BtMem_RawMalloc(text.count) else { return raiseNoMemory() }
    defer { BtMem_RawFree(memory) }
    let plain = memory.bindMemory(to: UInt8.self, capacity: text.count)
    var count = 0
    for (index, byte) in text.enumerated() {
        if byte == UInt8(ascii: "_") {
            guard isDigit(index - 1), isDigit(index + 1) else { return nil }
        } else {
            plain[count] = byte
            count += 1
        }
    }
    let bytes = ASCII(start: plain, count: count)
    return floatPrefix(bytes) == count ? floatValue(bytes) : nil
}

/// `float(text)` of a str, bytes or another buffer of text.
func parseFloat(_ object: Ref) -> Ref? {
    let isText = isStr(object)
    guard isText || BtObject_CheckBuffer(object) != 0 else { return notText(object) }
    var wasRead = false
    func read(_ bytes: ASCII) -> Double? {
        wasRead = true
        return wholeFloat(bytes)
    }
    let value = isText ? withNumberText(of: object, read) : withNumberText(ofBuffer: object, read)
    if let value { return makeFloat(value) }
    if errorOccurred() { return nil }
    return wasRead ? raiseInvalidNumber("could not convert string to float: ", object) : notText(object)
}

private func notText(_ object: Ref) -> Ref? {
    raise(BtExc_TypeError, "float() argument must be a string or a real number, not '\(typeName(object))'")
}
