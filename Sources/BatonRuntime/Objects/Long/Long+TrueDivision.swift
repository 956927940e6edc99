internal import CBaton
internal import CGMP
internal import Glibc

// Quotients as doubles, correctly rounded: the double nearest to the exact quotient, ties to even.

/// Bits of a double's significand, the smallest exponent of a normal one, and the first exponent that is too large,
/// in the convention of frexp (significand below 1).
private let significandBits = 53
private let minimumExponent = -1021
private let maximumExponent = 1024

func longTrueDivide(_ left: LongRef, _ right: LongRef) -> Ref? {
    guard right.signedCount != 0 else { return raise(BtExc_ZeroDivisionError, "division by zero") }
    if let x = left.compact, let y = right.compact, x.magnitude <= 1 << 53, y.magnitude <= 1 << 53 {
        return BtFloat_FromDouble(Double(x) / Double(y))
    }
    guard left.signedCount != 0 else { return BtFloat_FromDouble(right.isNegative ? -0.0 : 0) }
    guard let magnitude = divideRounded(left, right) else { return nil }
    return BtFloat_FromDouble(left.isNegative != right.isNegative ? -magnitude : magnitude)
}

/// `|left| / |right|`, neither of them 0.
private func divideRounded(_ left: LongRef, _ right: LongRef) -> Double? {
    let difference = left.bitLength - right.bitLength
    guard difference <= maximumExponent else { return tooLarge() }
    guard difference >= minimumExponent - significandBits - 1 else { return 0 }
    // The dividend is scaled by 2^-shift, so that the integer quotient has two bits more than the result keeps.
    let shift = max(difference, minimumExponent) - significandBits - 2
    guard let scaled = scaledMagnitude(left, shift) else { return nil }
    defer { freeLimbs(scaled.limbs) }
    guard let quotient = divideToOneLimb(scaled.limbs, scaled.count, right) else { return nil }
    let inexact = scaled.lost || quotient.inexact

    var significand = quotient.value
    let bits = 64 - significand.leadingZeroBitCount
    let extra = max(bits, minimumExponent - shift) - significandBits
    let half: UInt = 1 << UInt(extra - 1)
    let low = significand | (inexact ? 1 : 0)
    if low & half != 0, low & (3 * half - 1) != 0 { significand += half }
    significand &= ~(2 * half - 1)
    let rounded = Double(significand)
    if shift + bits >= maximumExponent, shift + bits > maximumExponent || rounded == scalbn(1, Int32(bits)) {
        return tooLarge()
    }
    return scalbn(rounded, Int32(shift))
}

private func tooLarge() -> Double? {
    raise(BtExc_OverflowError, "integer division result too large for a float")
}

/// `|long|` times 2^-shift as limbs of the caller's, and whether bits were lost.
private func scaledMagnitude(_ long: LongRef, _ shift: Int) -> (limbs: Limbs, count: Int, lost: Bool)? {
    let count = long.limbCount
    let (words, bits) = (abs(shift) / 64, UInt32(abs(shift) % 64))
    if shift <= 0 {
        guard let limbs = allocateLimbs(count + words + 1) else { return nil }
        limbs.update(repeating: 0, count: words)
        let carry = shiftLeft(limbs + words, long.limbs, count, bits)
        limbs[count + words] = carry
        return (limbs, count + words + (carry == 0 ? 0 : 1), false)
    }
    guard let limbs = allocateLimbs(count - words) else { return nil }
    var lost = (0..<words).contains { long.limbs[$0] != 0 }
    if shiftRight(limbs, long.limbs + words, count - words, bits) != 0 { lost = true }
    let result = count - words
    return (limbs, limbs[result - 1] == 0 ? result - 1 : result, lost)
}

/// The quotient by `|divisor|`, which is known to fit a limb, and whether there is a remainder.
private func divideToOneLimb(_ limbs: Limbs, _ count: Int, _ divisor: LongRef) -> (value: UInt, inexact: Bool)? {
    let divisorCount = divisor.limbCount
    guard count >= divisorCount else { return (0, count > 0) }
    guard reserveScratch(count), let memory = allocateLimbs(count + 1) else { return nil }
    defer { freeLimbs(memory) }
    let quotient = memory
    let remainder = memory + (count - divisorCount + 1)
    __gmpn_tdiv_qr(quotient, remainder, 0, limbs, count, divisor.limbs, divisorCount)
    return (quotient[0], __gmpn_zero_p(remainder, divisorCount) == 0)
}

/// The number as `fraction * 2^exponent` with the fraction from 0.5 to 1, rounded to nearest, ties to even.
func longFrexp(_ long: LongRef) -> (fraction: Double, exponent: Int) {
    let bits = long.bitLength
    guard bits > 0 else { return (0, 0) }
    let count = long.limbCount
    let gap = UInt(count * 64 - bits)
    // The upper 64 bits; bits below them only tell whether there is something.
    var upper = long.limbs[count - 1] << gap
    var lost = false
    if count > 1 {
        if gap > 0 { upper |= long.limbs[count - 2] >> (64 - gap) }
        lost = gap > 0 ? long.limbs[count - 2] << gap != 0 : long.limbs[count - 2] != 0
        lost = lost || (0..<(count - 2)).contains { long.limbs[$0] != 0 }
    }
    let half: UInt = 1 << 10
    let low = upper | (lost ? 1 : 0)
    var significand = upper >> 11
    if low & half != 0, low & (3 * half - 1) != 0 { significand += 1 }
    var exponent = bits
    if significand == 1 << 53 {
        significand >>= 1
        exponent += 1
    }
    let fraction = scalbn(Double(significand), -53)
    return (long.isNegative ? -fraction : fraction, exponent)
}

/// The nearest double; nil with OverflowError set.
func longToDouble(_ long: LongRef) -> Double? {
    if let value = long.compact { return Double(value) }
    let (fraction, exponent) = longFrexp(long)
    guard exponent <= maximumExponent else { return raise(BtExc_OverflowError, "int too large to convert to float") }
    return scalbn(fraction, Int32(exponent))
}
