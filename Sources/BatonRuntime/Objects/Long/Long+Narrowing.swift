internal import CBaton

// Ints as C integers.

/// What an int is as a C integer of some width.
enum Narrowed<Value> {
    case fits(Value)
    case tooSmall
    case tooLarge
}

/// The number as 64 bits, signed.
@inline(__always)
func longAsInt(_ long: LongRef) -> Narrowed<Int> {
    if let value = long.compact { return .fits(value) }
    if long.signedCount == -1, long.limbs[0] == 1 << 63 { return .fits(.min) }
    return long.isNegative ? .tooSmall : .tooLarge
}

/// The number as 64 bits, unsigned.
@inline(__always)
func longAsUInt(_ long: LongRef) -> Narrowed<UInt> {
    let count = long.signedCount
    if count < 0 { return .tooSmall }
    return count <= 1 ? .fits(long.limbs[0]) : .tooLarge
}

/// The number modulo 2^64.
func longMasked(_ long: LongRef) -> UInt {
    let limb = long.limbs[0]
    return long.isNegative ? 0 &- limb : limb
}

/// An int for an object: itself, or what its __index__ gives. A new reference; nil with TypeError set.
@inline(__always)
func longForReading(_ object: Ref?) -> LongRef? {
    guard let object else { return badInternalCall() }
    if isInt(object) {
        Bt_INCREF_(object)
        return object.long
    }
    return _BtNumber_Index(object)?.long
}

/// The number of an object as 64 bits, signed; nil with an exception set.
@inline(__always)
func narrowedInt(_ object: Ref?) -> Narrowed<Int>? {
    if let object, isInt(object) { return longAsInt(object.long) }
    guard let long = longForReading(object) else { return nil }
    defer { Bt_DECREF_(long.ref) }
    return longAsInt(long)
}

/// The number of an int as 64 bits, unsigned, for the functions that know no __index__; nil with an exception set.
@inline(__always)
func narrowedUInt(_ object: Ref?) -> Narrowed<UInt>? {
    guard let long = requiredLong(object) else { return nil }
    return longAsUInt(long)
}

/// The object, which must be an int, borrowed; nil with TypeError set.
@inline(__always)
func requiredLong(_ object: Ref?) -> LongRef? {
    guard let object else { return badInternalCall() }
    guard isInt(object) else { return raise(BtExc_TypeError, "an integer is required") }
    return object.long
}

func overflowError<T>(_ message: String) -> T? { raise(BtExc_OverflowError, message) }

/// Make an int from a double, cut towards zero.
func makeInt(truncating value: Double) -> Ref? {
    if value.magnitude < 0x1p63 { return makeInt(Int(value)) }
    guard !value.isNaN else { return raise(BtExc_ValueError, "cannot convert float NaN to integer") }
    guard value.isFinite else { return raise(BtExc_OverflowError, "cannot convert float infinity to integer") }
    let shift = Int(value.exponent) - 52
    let (words, bits) = (shift / 64, UInt(shift % 64))
    let significand = UInt(value.significandBitPattern) | 1 << 52
    guard let long = allocateLong(words + 2) else { return nil }
    long.limbs.update(repeating: 0, count: words)
    long.limbs[words] = significand << bits
    long.limbs[words + 1] = bits > 11 ? significand >> (64 - bits) : 0
    return completeLong(long, words + 2, negative: value < 0)
}
