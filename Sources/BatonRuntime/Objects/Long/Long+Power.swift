internal import CBaton
internal import CGMP

/// `base ** exponent`; a negative exponent gives a float.
func longPower(_ base: LongRef, _ exponent: LongRef) -> Ref? {
    if exponent.isNegative {
        guard let x = longToDouble(base), let y = longToDouble(exponent) else { return nil }
        return floatPower(x, y)
    }
    // 0, 1 and -1 have powers of any size of exponent.
    if let value = base.compact, value.magnitude <= 1 {
        let odd = exponent.limbCount > 0 && exponent.limbs[0] & 1 == 1
        return makeInt(exponent.signedCount == 0 ? 1 : value == -1 && !odd ? 1 : value)
    }
    guard exponent.signedCount != 0 else { return makeInt(1) }
    guard let times = exponent.compact else { return raiseNoMemory() }
    if let value = base.compact, let power = onelimbPower(value, times) { return makeInt(power) }
    let (bits, overflow) = base.bitLength.multipliedReportingOverflow(by: times)
    guard !overflow else { return raiseNoMemory() }
    return bigPower(base, UInt(times), limbs: bits / 64 + 2)
}

/// The power, if every step of it fits.
private func onelimbPower(_ base: Int, _ exponent: Int) -> Int? {
    guard exponent < 64 else { return nil }
    var result = 1
    var square = base
    var left = exponent
    while true {
        if left & 1 == 1 {
            let (product, overflow) = result.multipliedReportingOverflow(by: square)
            guard !overflow, product != .min else { return nil }
            result = product
        }
        left >>= 1
        if left == 0 { return result }
        let (next, overflow) = square.multipliedReportingOverflow(by: square)
        guard !overflow else { return nil }
        square = next
    }
}

/// Squares and multiplies from the exponent's top bit down, between two rows of limbs.
private func bigPower(_ base: LongRef, _ exponent: UInt, limbs capacity: Int) -> Ref? {
    guard reserveScratch(capacity), let result = allocateLong(capacity + base.limbCount) else { return nil }
    guard let other = allocateLimbs(capacity + base.limbCount) else {
        freeObject(result.ref)
        return nil
    }
    defer { freeLimbs(other) }
    var (current, spare) = (result.limbs, other)
    var count = base.limbCount
    current.update(from: base.limbs, count: count)
    var bit = 63 - exponent.leadingZeroBitCount
    while bit > 0 {
        bit -= 1
        __gmpn_sqr(spare, current, count)
        count = trimmed(spare, count * 2)
        swap(&current, &spare)
        if exponent >> UInt(bit) & 1 == 1 {
            _ = __gmpn_mul(spare, current, count, base.limbs, base.limbCount)
            count = trimmed(spare, count + base.limbCount)
            swap(&current, &spare)
        }
    }
    if current != result.limbs { result.limbs.update(from: current, count: count) }
    return completeLong(result, count, negative: base.isNegative && exponent & 1 == 1)
}

/// How many limbs are left without leading zeros.
func trimmed(_ limbs: UnsafePointer<UInt>, _ count: Int) -> Int {
    var count = count
    while count > 0, limbs[count - 1] == 0 { count -= 1 }
    return count
}

/// `pow(base, exponent, modulus)`: the result has the sign of the modulus.
func longPower(_ base: LongRef, _ exponent: LongRef, modulus: LongRef) -> Ref? {
    guard modulus.signedCount != 0 else { return raise(BtExc_ValueError, "pow() 3rd argument cannot be 0") }
    guard let positive = longAbsolute(modulus) else { return nil }
    defer { Bt_DECREF_(positive) }
    guard positive.long.compact != 1 else { return makeInt(0) }
    guard var reduced = longRemainder(base, positive.long) else { return nil }
    if exponent.isNegative {
        let inverse = longInverse(reduced.long, modulus: positive.long)
        Bt_DECREF_(reduced)
        guard let inverse else { return nil }
        reduced = inverse
    }
    let power = modularPower(reduced.long, exponent, positive.long)
    Bt_DECREF_(reduced)
    guard let power, modulus.isNegative, power.long.signedCount != 0 else { return power }
    defer { Bt_DECREF_(power) }
    return longAdd(power.long, modulus)
}

/// `base` to the `|exponent|`, the base reduced; the exponent is read four bits at a time.
private func modularPower(_ base: LongRef, _ exponent: LongRef, _ modulus: LongRef) -> Ref? {
    let size = modulus.limbCount
    // The powers 0 to 15 of the base, the accumulator, a product, a quotient.
    guard reserveScratch(size * 2), let memory = allocateLimbs(size * 16 + size * 2 + size * 2 + 1) else { return nil }
    defer { freeLimbs(memory) }
    let table = memory
    let accumulator = memory + size * 16
    let product = accumulator + size
    let quotient = product + size * 2
    func multiply(_ result: Limbs, _ x: Limbs, _ y: Limbs) {
        __gmpn_mul_n(product, x, y, size)
        __gmpn_tdiv_qr(quotient, result, 0, product, size * 2, modulus.limbs, size)
    }
    table.update(repeating: 0, count: size * 16)
    table[0] = 1
    (table + size).update(from: base.limbs, count: base.limbCount)
    for power in 2..<16 { multiply(table + size * power, table + size * (power - 1), table + size) }

    accumulator.update(from: table, count: size)
    let digits = (exponent.bitLength + 3) / 4
    for digit in stride(from: digits - 1, through: 0, by: -1) {
        if digit != digits - 1 {
            for _ in 0..<4 { multiply(accumulator, accumulator, accumulator) }
        }
        let value = Int(exponent.limbs[digit / 16] >> UInt(digit % 16 * 4) & 15)
        if value != 0 { multiply(accumulator, accumulator, table + size * value) }
        if digit & 255 == 0, BtErr_CheckSignals() != 0 { return nil }
    }
    return makeInt(copying: accumulator, size, negative: false)
}

/// The number that times `long` is 1 modulo `modulus`; `long` is reduced already.
private func longInverse(_ long: LongRef, modulus: LongRef) -> Ref? {
    // GMP's extended greatest common divisor wants the larger number first: long + modulus, which has the same inverse.
    let size = modulus.limbCount
    guard reserveScratch(size * 4), let memory = allocateLimbs(size * 4 + 8) else { return nil }
    defer { freeLimbs(memory) }
    let first = memory
    let second = first + size + 2
    let divisor = second + size + 1
    let cofactor = divisor + size + 2
    let carry = addLimbs(first, modulus.limbs, size, long.limbs, long.limbCount)
    first[size] = carry
    second.update(from: modulus.limbs, count: size)
    var cofactorCount = 0
    let count = __gmpn_gcdext(
        divisor, cofactor, &cofactorCount, first, carry == 0 ? size : size + 1, second, size)
    guard count == 1, divisor[0] == 1 else {
        return raise(BtExc_ValueError, "base is not invertible for the given modulus")
    }
    guard let inverse = makeInt(copying: cofactor, abs(cofactorCount), negative: cofactorCount < 0) else { return nil }
    defer { Bt_DECREF_(inverse) }
    return longRemainder(inverse.long, modulus)
}
