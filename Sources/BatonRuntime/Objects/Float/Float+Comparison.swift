internal import CBaton
internal import Glibc

func floatRichCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref {
    let x = left.double
    if isFloat(right) { return boolRef(compare(x, right.double, operation)) }
    guard isInt(right) else { return notImplementedRef }
    guard x.isFinite else { return boolRef(compare(x, 0, operation)) }
    return boolRef(orderSatisfies(operation, compareExactly(x, right.long)))
}

@inline(__always)
private func compare(_ x: Double, _ y: Double, _ operation: CInt) -> Bool {
    switch operation {
    case BT_LT: x < y
    case BT_LE: x <= y
    case BT_EQ: x == y
    case BT_NE: x != y
    case BT_GT: x > y
    default: x >= y
    }
}

/// -1, 0 or 1, as the finite double is smaller than, equal to or larger than the int; no rounding.
func compareExactly(_ x: Double, _ long: LongRef) -> Int {
    if let value = long.compact, value.magnitude <= 1 << 53 {
        return x < Double(value) ? -1 : x > Double(value) ? 1 : 0
    }
    let sign = x == 0 ? 0 : x < 0 ? -1 : 1
    if sign != long.sign { return sign < long.sign ? -1 : 1 }
    // Same sign, and the int has more than 53 bits.
    let order = compareMagnitude(x.magnitude, long)
    return sign < 0 ? -order : order
}

private func compareMagnitude(_ x: Double, _ long: LongRef) -> Int {
    let bits = x < 1 ? 0 : Int(x.exponent) + 1
    if bits != long.bitLength { return bits < long.bitLength ? -1 : 1 }
    // Both have the same number of bits before the point, at least 54, so the double is whole and its lowest bits are 0.
    let significand = UInt(x.significandBitPattern) | 1 << 52
    let shift = bits - 53
    for index in stride(from: long.limbCount - 1, through: 0, by: -1) {
        let low = shift - index * 64
        let limb = low >= 64 || low <= -64 ? 0 : low >= 0 ? significand << UInt(low) : significand >> UInt(-low)
        if limb != long.limbs[index] { return limb < long.limbs[index] ? -1 : 1 }
    }
    return 0
}

/// The value of a double modulo 2^61 - 1, as ints hash.
func hashDouble(_ value: Double, _ object: Ref?) -> Int {
    guard value.isFinite else {
        if value.isNaN { return Bt_HashPointer(object) }
        return value > 0 ? 314_159 : -314_159
    }
    if value.magnitude < 0x1p60, value == value.rounded(.towardZero) {
        let whole = Int(value)
        return whole == -1 ? -2 : whole
    }
    var (fraction, exponent) = frexp(value.magnitude)
    // 28 bits of the fraction at a time.
    var hash: UInt = 0
    while fraction != 0 {
        hash = ((hash << 28) & hashModulus) | hash >> UInt(hashBits - 28)
        fraction *= 0x1p28
        exponent -= 28
        let piece = UInt(fraction)
        fraction -= Double(piece)
        hash += piece
        if hash >= hashModulus { hash -= hashModulus }
    }
    let turn = UInt(exponent >= 0 ? exponent % hashBits : hashBits - 1 - (-1 - exponent) % hashBits)
    hash = ((hash << turn) & hashModulus) | hash >> (UInt(hashBits) - turn)
    let signed = value < 0 ? -Int(hash) : Int(hash)
    return signed == -1 ? -2 : signed
}
