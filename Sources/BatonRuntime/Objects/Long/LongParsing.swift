internal import CBaton
internal import CBaton.Host
internal import CGMP
internal import Glibc

// Text as ints: white space around, a sign, a prefix that fits the base, digits with single underscores between them.

/// What reading a number gave.
enum ParsedLong {
    case number(Ref)
    /// No number; how many bytes were understood.
    case invalid(Int)
    /// An exception is set.
    case failed
}

/// Read the whole of `bytes` as a number in `base`: 0 (the prefix tells) or 2 to 36.
func parseLong(_ bytes: ASCII, base: Int) -> ParsedLong {
    var scan = NumberScan(bytes)
    scan.skipSpace()
    let negative = scan.readSign()
    var base = base
    var onlyZero = false
    let prefixBase = scan.prefixBase()
    if base == 0 {
        base = prefixBase ?? 10
        // `010` would be octal in C; only zeros may begin with a zero.
        onlyZero = prefixBase == nil && scan.peek() == UInt8(ascii: "0")
    }
    if prefixBase == base {
        scan.position += 2
        if scan.peek() == UInt8(ascii: "_") { scan.position += 1 }
    }
    let start = scan.position
    guard let digits = scan.skipDigits(base) else { return .invalid(scan.position) }
    let end = scan.position
    scan.skipSpace()
    guard scan.position == bytes.count else { return .invalid(scan.position) }
    let number = digitsValue(ASCII(rebasing: bytes[start..<end]), digits, base, negative)
    guard let number else { return .failed }
    if onlyZero, number.long.signedCount != 0 {
        Bt_DECREF_(number)
        return .invalid(start)
    }
    return .number(number)
}

/// A place in the text.
private struct NumberScan {
    let bytes: ASCII
    var position = 0

    init(_ bytes: ASCII) { self.bytes = bytes }

    func peek(_ offset: Int = 0) -> UInt8 {
        position + offset < bytes.count ? bytes[position + offset] : 0
    }

    mutating func skipSpace() {
        while position < bytes.count, isASCIISpace(bytes[position]) { position += 1 }
    }

    mutating func readSign() -> Bool {
        let byte = peek()
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { position += 1 }
        return byte == UInt8(ascii: "-")
    }

    /// The base that a prefix here names.
    func prefixBase() -> Int? {
        guard peek() == UInt8(ascii: "0") else { return nil }
        switch peek(1) | 0x20 {
        case UInt8(ascii: "x"): return 16
        case UInt8(ascii: "o"): return 8
        case UInt8(ascii: "b"): return 2
        default: return nil
        }
    }

    /// Skip digits; how many there are. Nil: none, or underscores that do not stand between two.
    mutating func skipDigits(_ base: Int) -> Int? {
        var count = 0
        var afterUnderscore = true
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "_") {
                if afterUnderscore { return nil }
                afterUnderscore = true
            } else if digitValue(bytes[position]) < base {
                afterUnderscore = false
                count += 1
            } else {
                break
            }
            position += 1
        }
        return afterUnderscore ? nil : count
    }
}

/// The value of a digit or letter; 37 if it is neither.
@inline(__always)
func digitValue(_ byte: UInt8) -> Int {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x5A: Int(byte) - 0x37
    case 0x61...0x7A: Int(byte) - 0x57
    default: 37
    }
}

/// The number that `count` digits and the underscores between them write.
private func digitsValue(_ bytes: ASCII, _ count: Int, _ base: Int, _ negative: Bool) -> Ref? {
    if count <= 12 || (count <= 18 && base <= 10) {
        var value: UInt = 0
        for byte in bytes where byte != UInt8(ascii: "_") { value = value * UInt(base) + UInt(digitValue(byte)) }
        return makeInt(magnitude: value, negative: negative)
    }
    let limit = base & (base - 1) == 0 ? 0 : Int(_bt_max_str_digits())
    if limit > 0, count > limit {
        return raise(
            BtExc_ValueError,
            "Exceeds the limit (\(limit) digits) for integer string conversion: value has \(count) digits; "
                + "use sys.set_int_max_str_digits() to increase the limit")
    }
    guard let memory = BtMem_RawMalloc(count) else { return raiseNoMemory() }
    defer { BtMem_RawFree(memory) }
    let digits = memory.bindMemory(to: UInt8.self, capacity: count)
    var length = 0
    for byte in bytes where byte != UInt8(ascii: "_") && (length > 0 || byte != UInt8(ascii: "0")) {
        digits[length] = UInt8(digitValue(byte))
        length += 1
    }
    guard length > 0 else { return makeInt(0) }
    let limbs = Int(Double(length) * log2(Double(base)) / 64) + 2
    guard reserveScratch(limbs * 2), let long = allocateLong(limbs) else { return nil }
    return completeLong(long, __gmpn_set_str(long.limbs, digits, length, CInt(base)), negative: negative)
}

/// `int(text, base)` of a str.
func parseLong(text: Ref, base: Int) -> Ref? {
    guard let base = checkedBase(base) else { return nil }
    return withNumberText(of: text) { bytes in resultOrError(parseLong(bytes, base: base), text, base) }
}

/// `int(buffer, base)` of bytes and their like; nil without an exception if the object has no buffer.
func parseLong(buffer object: Ref, base: Int) -> Ref? {
    guard let base = checkedBase(base) else { return nil }
    return withNumberText(ofBuffer: object) { bytes in
        resultOrError(parseLong(bytes, base: base), object, base)
    }
}

private func resultOrError(_ parsed: ParsedLong, _ object: Ref, _ base: Int) -> Ref? {
    switch parsed {
    case .number(let number): return number
    case .failed: return nil
    case .invalid: return raiseInvalidNumber("invalid literal for int() with base \(base): ", object)
    }
}

/// The base, if there is one of that kind; nil with ValueError set.
func checkedBase(_ base: Int) -> Int? {
    guard base == 0 || (base >= 2 && base <= 36) else {
        return raise(BtExc_ValueError, "int() arg 2 must be >= 2 and <= 36")
    }
    return base
}
