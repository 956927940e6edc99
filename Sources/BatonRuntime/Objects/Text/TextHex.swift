internal import CBaton

/// The hexadecimal digits of `count` bytes, with a separator between groups of `group` bytes, counted from the end, or
/// from the beginning if `group` is negative. Nil: an exception is set.
package func withHexDigits<Result>(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, separator: Ref?, group: Int,
    _ body: (UnsafePointer<UInt8>, Int) -> Result?
) -> Result? {
    var between: UInt8?
    if let separator {
        guard let found = separatorCharacter(separator) else { return nil }
        between = found
    }
    let size = min(group.magnitude, UInt(Int.max))
    let groups = between == nil || size == 0 || count == 0 ? 0 : (count - 1) / Int(size)
    guard count <= (Int.max - groups) / 2 else { return raiseNoMemory() }
    let length = count * 2 + groups
    guard let memory = BtMem_RawMalloc(max(1, length)) else { return raiseNoMemory() }
    defer { BtMem_RawFree(memory) }
    let digits = memory.bindMemory(to: UInt8.self, capacity: length)
    var target = 0
    for index in 0..<count {
        let position = group < 0 ? index : count - index
        if groups > 0, index > 0, position % Int(size) == 0 {
            digits[target] = between!
            target += 1
        }
        let byte = bytes[index]
        digits[target] = digit(byte >> 4)
        digits[target + 1] = digit(byte & 0xF)
        target += 2
    }
    return body(digits, length)
}

@inline(__always)
private func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

/// The one ASCII character of a str or bytes. Nil: an exception is set.
private func separatorCharacter(_ separator: Ref) -> UInt8? {
    if isStr(separator) {
        let view = TextView(separator)
        guard view.count == 1 else { return raise(BtExc_ValueError, "sep must be length 1.") }
        guard view[0] < 0x80 else { return raise(BtExc_ValueError, "sep must be ASCII.") }
        return UInt8(view[0])
    }
    guard isBytes(separator) else { return raise(BtExc_TypeError, "sep must be str or bytes.") }
    guard BtBytes_Size(separator) == 1 else { return raise(BtExc_ValueError, "sep must be length 1.") }
    let character = UInt8(bitPattern: BtBytes_AsString(separator)[0])
    return character < 0x80 ? character : raise(BtExc_ValueError, "sep must be ASCII.")
}
