internal import CBaton
internal import CBaton.Host
internal import Glibc

// Doubles as decimal digits: which digits, and where the point stands.

/// How many digits a conversion gives.
enum DigitCount {
    /// The fewest that read back as the same double.
    case shortest
    /// This many significant ones.
    case significant(Int)
    /// This many behind the point.
    case fraction(Int)
}

/// Give the digits of a finite magnitude without zeros at either end, and the place of the point: the number is 0.DIGITS
/// times ten to the `point`. Zero is the digit 0 with point 1. Nil: MemoryError is set, or what `body` raises.
func withDigits<T>(_ magnitude: Double, _ count: DigitCount, _ body: (_ digits: ASCII, _ point: Int) -> T?) -> T? {
    if magnitude == 0 { return withZero { body($0, 1) } }
    switch count {
    case .shortest:
        var text = magnitude.description
        return text.withUTF8 { withDecimal($0, body) }
    case .significant(let digits):
        return withPrinted(magnitude, "e", digits - 1) { withDecimal($0, body) }
    case .fraction(let digits):
        return withPrinted(magnitude, "f", digits) { withDecimal($0, body) }
    }
}

private func withZero<T>(_ body: (ASCII) -> T?) -> T? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { digit in
        digit[0] = 0x30
        return body(ASCII(digit))
    }
}

/// Print by `%.*e` or `%.*f` into memory that is large enough.
private func withPrinted<T>(_ value: Double, _ format: Unicode.Scalar, _ precision: Int, _ body: (ASCII) -> T?) -> T? {
    // 309 digits stand before the point at most; sign, point and exponent need few more.
    guard precision <= Int(CInt.max) - 400 else { return raiseNoMemory() }
    let capacity = precision + (format == "f" ? 330 : 20)
    guard let memory = BtMem_RawMalloc(capacity) else { return raiseNoMemory() }
    defer { BtMem_RawFree(memory) }
    let text = memory.bindMemory(to: UInt8.self, capacity: capacity)
    // SAFETY: because CChar and UInt8 have one layout.
    let characters = UnsafeMutableRawPointer(text).assumingMemoryBound(to: CChar.self)
    let length = _bt_double_write(characters, capacity, CChar(format.value), CInt(precision), value)
    return body(ASCII(start: text, count: Int(length)))
}

/// Take `123.45e+06` apart: digits without the point and without zeros at the ends, and the place of the point.
private func withDecimal<T>(_ text: ASCII, _ body: (ASCII, Int) -> T?) -> T? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { digits -> T? in
        var count = 0
        var point: Int?
        var leadingZeros = 0
        var index = 0
        while index < text.count, text[index] != UInt8(ascii: "e") {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: ".") {
                point = count - leadingZeros
            } else if byte == 0x30, count == 0 {
                leadingZeros += point == nil ? 0 : 1
            } else {
                digits[count] = byte
                count += 1
            }
        }
        var place = (point ?? count) - leadingZeros
        if index < text.count { place += exponent(text, index + 1) }
        while count > 0, digits[count - 1] == 0x30 { count -= 1 }
        guard count > 0 else { return withZero { body($0, 1) } }
        return body(ASCII(rebasing: UnsafeBufferPointer(digits)[..<count]), place)
    }
}

private func exponent(_ text: ASCII, _ start: Int) -> Int {
    var value = 0
    for byte in text[start...] where byte >= 0x30 { value = value * 10 + Int(byte) - 0x30 }
    return text[start] == UInt8(ascii: "-") ? -value : value
}
