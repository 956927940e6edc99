internal import CBaton
internal import CGMP

/// -1, 0 or 1, as `left` is smaller than, equal to or larger than `right`.
func longCompare(_ left: LongRef, _ right: LongRef) -> Int {
    if left.signedCount != right.signedCount { return left.signedCount < right.signedCount ? -1 : 1 }
    let order = compareMagnitudes(left, right)
    return left.isNegative ? -order : order
}

/// -1, 0 or 1, whatever the signs.
func compareMagnitudes(_ left: LongRef, _ right: LongRef) -> Int {
    let count = left.limbCount
    if count != right.limbCount { return count < right.limbCount ? -1 : 1 }
    for index in stride(from: count - 1, through: 0, by: -1) where left.limbs[index] != right.limbs[index] {
        return left.limbs[index] < right.limbs[index] ? -1 : 1
    }
    return 0
}

/// What a comparison operator (BT_LT …) gives for operands in this order.
@inline(__always)
func orderSatisfies(_ operation: CInt, _ order: Int) -> Bool {
    switch operation {
    case BT_LT: order < 0
    case BT_LE: order <= 0
    case BT_EQ: order == 0
    case BT_NE: order != 0
    case BT_GT: order > 0
    default: order >= 0
    }
}

func longRichCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref {
    guard isInt(left), isInt(right) else { return notImplementedRef }
    return boolRef(orderSatisfies(operation, left == right ? 0 : longCompare(left.long, right.long)))
}

// The hash of a number is its value modulo the prime 2^61 - 1, with the sign of the number; -1 means an error, so it
// becomes -2. Floats hash by the same rule, so equal numbers hash equal.

let hashBits = 61
let hashModulus: UInt = (1 << 61) - 1

func longHash(_ long: LongRef) -> Int {
    if let value = long.compact, value.magnitude < hashModulus { return value == -1 ? -2 : value }
    var hash: UInt = 0
    for index in stride(from: long.limbCount - 1, through: 0, by: -1) {
        // A step up by a limb multiplies by 2^64, which is 2^3 modulo 2^61 - 1: a rotation by 3 of 61 bits.
        hash = ((hash << 3) & hashModulus) | (hash >> UInt(hashBits - 3))
        hash += long.limbs[index] % hashModulus
        if hash >= hashModulus { hash -= hashModulus }
    }
    let signed = long.isNegative ? -Int(hash) : Int(hash)
    return signed == -1 ? -2 : signed
}
