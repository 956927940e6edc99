internal import CBaton
internal import CBaton.Host
internal import CGMP
internal import Glibc

// Ints as text.

/// Give the digits of the magnitude in `base` (2 to 36) as ASCII. Nil: an exception is set.
func withDigits<T>(_ long: LongRef, base: Int, uppercase: Bool = false, _ body: (ASCII) -> T?) -> T? {
    if long.limbCount <= 1 { return withOneLimbDigits(long.limbs[0], base, uppercase, body) }
    let isPowerOfTwo = base & (base - 1) == 0
    let limit = isPowerOfTwo ? 0 : Int(_bt_max_str_digits())
    // A digit is more than 3 bits: what has far too many need not be converted to be counted.
    if limit > 0, base == 10, long.bitLength > 4 * limit + 64 { return raiseTooManyDigits(limit) }
    let count = long.limbCount
    let capacity = __gmpn_sizeinbase(long.limbs, count, CInt(base)) + 2
    // GMP destroys what it converts.
    guard reserveScratch(count * 2), let scratch = allocateLimbs(count + capacity / 8 + 2) else { return nil }
    defer { freeLimbs(scratch) }
    scratch.update(from: long.limbs, count: count)
    // SAFETY: because the memory behind the limbs is raw, has room for the digits, and is used as bytes only.
    let digits = UnsafeMutableRawPointer(scratch + count).assumingMemoryBound(to: UInt8.self)
    let length = __gmpn_get_str(digits, CInt(base), scratch, count)
    var start = 0
    while start < length - 1, digits[start] == 0 { start += 1 }
    if base == 10, limit > 0, length - start > limit { return raiseTooManyDigits(limit) }
    for index in start..<length { digits[index] = digitCharacter(digits[index], uppercase) }
    return body(ASCII(start: digits + start, count: length - start))
}

private func withOneLimbDigits<T>(_ limb: UInt, _ base: Int, _ uppercase: Bool, _ body: (ASCII) -> T?) -> T? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { digits in
        var rest = limb
        var start = 64
        repeat {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: UInt(base))
            start -= 1
            digits[start] = digitCharacter(UInt8(truncatingIfNeeded: remainder), uppercase)
            rest = quotient
        } while rest != 0
        return body(ASCII(rebasing: UnsafeBufferPointer(digits)[start..<64]))
    }
}

@inline(__always)
private func digitCharacter(_ digit: UInt8, _ uppercase: Bool) -> UInt8 {
    digit < 10 ? 0x30 + digit : (uppercase ? 0x37 : 0x57) + digit
}

private func raiseTooManyDigits<T>(_ limit: Int) -> T? {
    raise(
        BtExc_ValueError,
        "Exceeds the limit (\(limit) digits) for integer string conversion; "
            + "use sys.set_int_max_str_digits() to increase the limit")
}

/// `repr(long)`.
func longRepr(_ long: LongRef) -> Ref? {
    if let value = long.compact { return decimalText(value) }
    return withDigits(long, base: 10) { digits in
        var builder = TextBuilder()
        if long.isNegative { builder.append(UInt32(UInt8(ascii: "-"))) }
        builder.append(ascii: digits.baseAddress!, digits.count)
        return builder.finish()
    }
}

private func decimalText(_ value: Int) -> Ref? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
        var rest = value.magnitude
        var start = 24
        repeat {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            start -= 1
            digits[start] = 0x30 + UInt8(truncatingIfNeeded: remainder)
            rest = quotient
        } while rest != 0
        if value < 0 {
            start -= 1
            digits[start] = UInt8(ascii: "-")
        }
        return makeText(ascii: digits.baseAddress! + start, 24 - start)
    }
}

/// The number in base 2, 8, 10 or 16 with its prefix: what bin, oct, str and hex give.
func longText(_ long: LongRef, base: Int) -> Ref? {
    if base == 10 { return longRepr(long) }
    return withDigits(long, base: base) { digits in
        var builder = TextBuilder()
        if long.isNegative { builder.append(UInt32(UInt8(ascii: "-"))) }
        builder.append(base == 2 ? "0b" : base == 8 ? "0o" : "0x")
        builder.append(ascii: digits.baseAddress!, digits.count)
        return builder.finish()
    }
}
