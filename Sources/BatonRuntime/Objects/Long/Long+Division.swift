internal import CBaton
internal import CGMP

// Division rounds the quotient down, and the remainder has the sign of the divisor.

/// The text of the ZeroDivisionError of each operator.
enum DivisionByZero {
    static let quotient = "integer division or modulo by zero"
    static let remainder = "integer modulo by zero"
}

func longFloorDivide(_ left: LongRef, _ right: LongRef) -> Ref? {
    guard right.signedCount != 0 else { return raise(BtExc_ZeroDivisionError, DivisionByZero.quotient) }
    if let x = left.compact, let y = right.compact { return makeInt(floorDivide(x, y).quotient) }
    guard let (quotient, remainder) = divideBig(left, right) else { return nil }
    Bt_DECREF_(remainder)
    return quotient
}

func longRemainder(_ left: LongRef, _ right: LongRef) -> Ref? {
    guard right.signedCount != 0 else { return raise(BtExc_ZeroDivisionError, DivisionByZero.remainder) }
    if let x = left.compact, let y = right.compact { return makeInt(floorDivide(x, y).remainder) }
    guard let (quotient, remainder) = divideBig(left, right) else { return nil }
    Bt_DECREF_(quotient)
    return remainder
}

/// The quotient and the remainder, each a new reference.
func longDivideWithRemainder(_ left: LongRef, _ right: LongRef) -> (quotient: Ref, remainder: Ref)? {
    guard right.signedCount != 0 else { return raise(BtExc_ZeroDivisionError, DivisionByZero.quotient) }
    if let x = left.compact, let y = right.compact {
        let result = floorDivide(x, y)
        guard let quotient = makeInt(result.quotient) else { return nil }
        guard let remainder = makeInt(result.remainder) else {
            Bt_DECREF_(quotient)
            return nil
        }
        return (quotient, remainder)
    }
    return divideBig(left, right)
}

/// Neither operand is Int.min, so nothing overflows.
@inline(__always)
private func floorDivide(_ x: Int, _ y: Int) -> (quotient: Int, remainder: Int) {
    let quotient = x / y
    let remainder = x &- quotient &* y
    return remainder != 0 && (remainder ^ y) < 0 ? (quotient - 1, remainder + y) : (quotient, remainder)
}

private func divideBig(_ left: LongRef, _ right: LongRef) -> (quotient: Ref, remainder: Ref)? {
    let count = left.limbCount
    let divisorCount = right.limbCount
    let quotientCount = max(count - divisorCount + 1, 0)
    guard reserveScratch(count + divisorCount), let quotient = allocateLong(quotientCount + 1) else { return nil }
    guard let remainder = allocateLong(divisorCount) else {
        freeObject(quotient.ref)
        return nil
    }
    quotient.limbs[quotientCount] = 0
    if count >= divisorCount {
        __gmpn_tdiv_qr(quotient.limbs, remainder.limbs, 0, left.limbs, count, right.limbs, divisorCount)
    } else {
        remainder.limbs.update(from: left.limbs, count: count)
        (remainder.limbs + count).update(repeating: 0, count: divisorCount - count)
    }
    let negative = left.isNegative != right.isNegative
    if negative, __gmpn_zero_p(remainder.limbs, divisorCount) == 0 {
        _ = __gmpn_add_1(quotient.limbs, quotient.limbs, quotientCount + 1, 1)
        _ = __gmpn_sub_n(remainder.limbs, right.limbs, remainder.limbs, divisorCount)
    }
    return (
        completeLong(quotient, quotientCount + 1, negative: negative),
        completeLong(remainder, divisorCount, negative: right.isNegative)
    )
}

/// The greatest common divisor, never negative.
func longGreatestCommonDivisor(_ left: LongRef, _ right: LongRef) -> Ref? {
    if let x = left.compact, let y = right.compact {
        var (a, b) = (x.magnitude, y.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        return makeInt(unsigned: a)
    }
    // Euclid's steps on whole numbers, until both fit a limb.
    guard var a = longAbsolute(left) else { return nil }
    guard var b = longAbsolute(right) else {
        Bt_DECREF_(a)
        return nil
    }
    while b.long.signedCount != 0, a.long.compact == nil || b.long.compact == nil {
        guard let remainder = longRemainder(a.long, b.long) else {
            Bt_DECREF_(a)
            Bt_DECREF_(b)
            return nil
        }
        Bt_DECREF_(a)
        (a, b) = (b, remainder)
    }
    defer { Bt_DECREF_(b) }
    guard b.long.signedCount != 0 else { return a }
    defer { Bt_DECREF_(a) }
    return longGreatestCommonDivisor(a.long, b.long)
}
