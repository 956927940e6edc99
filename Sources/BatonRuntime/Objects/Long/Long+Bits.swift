internal import CBaton
internal import CGMP

// Bit operations see a number as two's complement with endless sign bits.

enum BitOperation {
    case and
    case or
    case xor
}

func longBits(_ left: LongRef, _ right: LongRef, _ operation: BitOperation) -> Ref? {
    if let x = left.compact, let y = right.compact {
        switch operation {
        case .and: return makeInt(x & y)
        case .or: return makeInt(x | y)
        case .xor: return makeInt(x ^ y)
        }
    }
    let count = max(left.limbCount, right.limbCount) + 1
    guard let result = allocateLong(count) else { return nil }
    var a = TwosComplement(left)
    var b = TwosComplement(right)
    for index in 0..<count {
        switch operation {
        case .and: result.limbs[index] = a.next() & b.next()
        case .or: result.limbs[index] = a.next() | b.next()
        case .xor: result.limbs[index] = a.next() ^ b.next()
        }
    }
    let negative = result.limbs[count - 1] >> 63 == 1
    if negative { negateLimbs(result.limbs, count) }
    return completeLong(result, count, negative: negative)
}

/// The limbs of a number in two's complement, one after the other, then sign limbs.
struct TwosComplement {
    private let long: LongRef
    private let mask: UInt
    private var carry: UInt
    private var index = 0

    init(_ long: LongRef) {
        self.long = long
        mask = long.isNegative ? .max : 0
        carry = long.isNegative ? 1 : 0
    }

    mutating func next() -> UInt {
        let limb = (index < long.limbCount ? long.limbs[index] : 0) ^ mask
        index += 1
        let (sum, overflow) = limb.addingReportingOverflow(carry)
        carry = overflow ? 1 : 0
        return sum
    }
}

/// Negate a row of limbs in two's complement, in place.
func negateLimbs(_ limbs: Limbs, _ count: Int) {
    var carry = true
    for index in 0..<count {
        let (sum, overflow) = (~limbs[index]).addingReportingOverflow(carry ? 1 : 0)
        limbs[index] = sum
        carry = overflow
    }
}

// Shifts.

func longShiftLeft(_ left: LongRef, _ right: LongRef) -> Ref? {
    guard !right.isNegative else { return raise(BtExc_ValueError, "negative shift count") }
    guard left.signedCount != 0 else { return makeInt(0) }
    guard let shift = right.compact else { return raise(BtExc_OverflowError, "too many digits in integer") }
    if let value = left.compact, shift < value.magnitude.leadingZeroBitCount - 1 { return makeInt(value << shift) }
    let (words, bits) = (shift / 64, UInt32(shift % 64))
    let count = left.limbCount
    guard let result = allocateLong(count + words + 1) else { return nil }
    result.limbs.update(repeating: 0, count: words)
    result.limbs[count + words] = shiftLeft(result.limbs + words, left.limbs, count, bits)
    return completeLong(result, count + words + 1, negative: left.isNegative)
}

/// Rounds down, as two's complement does.
func longShiftRight(_ left: LongRef, _ right: LongRef) -> Ref? {
    guard !right.isNegative else { return raise(BtExc_ValueError, "negative shift count") }
    let shift = right.compact ?? .max
    if let value = left.compact { return makeInt(value >> shift) }
    let (words, bits) = (shift / 64, UInt32(shift % 64))
    let count = left.limbCount - words
    guard count > 0 else { return makeInt(left.isNegative ? -1 : 0) }
    guard let result = allocateLong(count + 1) else { return nil }
    let lost = shiftRight(result.limbs, left.limbs + words, count, bits)
    result.limbs[count] = 0
    if left.isNegative, lost != 0 || (0..<words).contains(where: { left.limbs[$0] != 0 }) {
        _ = __gmpn_add_1(result.limbs, result.limbs, count + 1, 1)
    }
    return completeLong(result, count + 1, negative: left.isNegative)
}

/// Shift limbs up by 0 to 63 bits; give the bits that leave.
func shiftLeft(_ result: Limbs, _ limbs: UnsafePointer<UInt>, _ count: Int, _ bits: UInt32) -> UInt {
    guard bits > 0, count > 0 else {
        result.update(from: limbs, count: count)
        return 0
    }
    return __gmpn_lshift(result, limbs, count, bits)
}

/// Shift limbs down by 0 to 63 bits; give the bits that leave, in the upper end of a limb.
func shiftRight(_ result: Limbs, _ limbs: UnsafePointer<UInt>, _ count: Int, _ bits: UInt32) -> UInt {
    guard bits > 0, count > 0 else {
        result.update(from: limbs, count: count)
        return 0
    }
    return __gmpn_rshift(result, limbs, count, bits)
}

/// How many bits of the magnitude are 1.
func longBitCount(_ long: LongRef) -> Int {
    (0..<long.limbCount).reduce(0) { $0 + long.limbs[$1].nonzeroBitCount }
}
