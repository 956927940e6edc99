internal import CBaton
internal import CBaton.Host
internal import Glibc

func deltaNumbers() -> BtNumberMethods {
    var table = BtNumberMethods()
    table.nb_add = { withDeltas($0!, $1!) { makeDelta($0 + $1) } }
    table.nb_subtract = { withDeltas($0!, $1!) { makeDelta($0 - $1) } }
    table.nb_multiply = { left, right in
        isDelta(left!) ? deltaTimes(left!, right!) : deltaTimes(right!, left!)
    }
    table.nb_remainder = { left, right in
        withDeltas(left!, right!) {
            guard $1 != 0 else { return raise(BtExc_ZeroDivisionError, "integer modulo by zero") }
            return makeDelta(floorDivision($0, $1).1)
        }
    }
    table.nb_divmod = { left, right in
        withDeltas(left!, right!) { first, second in
            guard checkDivisor(second) else { return nil }
            let (quotient, remainder) = floorDivision(first, second)
            return tuple(taking: makeInt(wide: quotient), makeDelta(remainder))
        }
    }
    table.nb_floor_divide = { deltaFloorDivide($0!, $1!) }
    table.nb_true_divide = { deltaTrueDivide($0!, $1!) }
    table.nb_negative = { makeDelta(-microseconds(of: $0!)) }
    table.nb_positive = { makeDelta(microseconds(of: $0!)) }
    table.nb_absolute = { object in
        let value = microseconds(of: object!)
        return makeDelta(value < 0 ? -value : value)
    }
    table.nb_bool = { microseconds(of: $0!) == 0 ? 0 : 1 }
    return table
}

private func withDeltas(_ left: Ref, _ right: Ref, _ body: (Int128, Int128) -> Ref?) -> Ref? {
    guard isDelta(left), isDelta(right) else { return notImplementedRef }
    return body(microseconds(of: left), microseconds(of: right))
}

private func checkDivisor(_ value: Int128) -> Bool {
    value != 0 || raise(BtExc_ZeroDivisionError, "integer division or modulo by zero") ?? false
}

/// An int's value; OverflowError for one that is too large for any product.
private func factor(_ object: Ref) -> Int128? {
    guard let value = sizeArgument(object) else {
        guard BtErr_ExceptionMatches(BtExc_OverflowError) != 0 else { return nil }
        BtErr_Clear()
        return raise(BtExc_OverflowError, "Python int too large to convert to C int")
    }
    return Int128(value)
}

private func deltaTimes(_ delta: Ref, _ other: Ref) -> Ref? {
    let value = microseconds(of: delta)
    if isInt(other) {
        guard let factor = factor(other) else { return nil }
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        guard !overflow else { return raise(BtExc_OverflowError, "Python int too large to convert to C int") }
        return makeDelta(product)
    }
    guard isFloat(other) else { return notImplementedRef }
    return scaled(value, by: BtFloat_AsDouble(other), divides: false)
}

private func deltaFloorDivide(_ left: Ref, _ right: Ref) -> Ref? {
    guard isDelta(left) else { return notImplementedRef }
    let value = microseconds(of: left)
    if isDelta(right) {
        let divisor = microseconds(of: right)
        return checkDivisor(divisor) ? makeInt(wide: floorDivision(value, divisor).0) : nil
    }
    guard isInt(right) else { return notImplementedRef }
    guard let divisor = factor(right), checkDivisor(divisor) else { return nil }
    return makeDelta(floorDivision(value, divisor).0)
}

private func deltaTrueDivide(_ left: Ref, _ right: Ref) -> Ref? {
    guard isDelta(left) else { return notImplementedRef }
    let value = microseconds(of: left)
    if isDelta(right) {
        guard let first = makeInt(wide: value) else { return nil }
        defer { Bt_DECREF_(first) }
        guard let second = makeInt(wide: microseconds(of: right)) else { return nil }
        defer { Bt_DECREF_(second) }
        return BtNumber_TrueDivide(first, second)
    }
    if isInt(right) {
        guard let divisor = factor(right), checkDivisor(divisor) else { return nil }
        return makeDelta(roundedQuotient(value, divisor))
    }
    guard isFloat(right) else { return notImplementedRef }
    return scaled(value, by: BtFloat_AsDouble(right), divides: true)
}

/// The quotient rounded to the nearest, halves to even.
private func roundedQuotient(_ value: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, remainder) = floorDivision(value, divisor)
    let twice = remainder.magnitude << 1
    if twice > divisor.magnitude || (twice == divisor.magnitude && quotient & 1 != 0) { return quotient + 1 }
    return quotient
}

/// The span times the exact value of a double, or divided by it, rounded once; halves to even.
private func scaled(_ value: Int128, by double: Double, divides: Bool) -> Ref? {
    if double.isNaN { return raise(BtExc_ValueError, "cannot convert NaN to integer ratio") }
    guard double.isFinite else { return raise(BtExc_OverflowError, "cannot convert Infinity to integer ratio") }
    if double == 0 {
        return divides ? raise(BtExc_ZeroDivisionError, "integer division or modulo by zero") : makeDelta(0)
    }
    // The double is significand * 2^exponent, the significand odd. The products below stay within 67 + 53 bits; what
    // the power of two would make larger than that is no timedelta.
    var exponent = CInt(0)
    var significand = Int(frexp(double, &exponent) * 0x1p53)
    let zeros = significand.trailingZeroBitCount
    significand >>= zeros
    let power = (divides ? -1 : 1) * (Int(exponent) - 53 + zeros)
    let numerator = divides ? value : value * Int128(significand)
    let denominator = divides ? Int128(significand) : 1
    guard numerator != 0 else { return makeDelta(0) }
    let bits = 128 - numerator.magnitude.leadingZeroBitCount
    if power >= 0 {
        guard bits + power < 126 else { return divideWide(numerator, power, denominator) }
        return makeDelta(roundedQuotient(numerator << Int128(power), denominator))
    }
    let denominatorBits = 128 - denominator.magnitude.leadingZeroBitCount
    guard denominatorBits - power < 126 else { return makeDelta(0) }
    return makeDelta(roundedQuotient(numerator, denominator << Int128(-power)))
}

/// `numerator * 2^power / denominator` where the shifted numerator has more than 126 bits.
private func divideWide(_ numerator: Int128, _ power: Int, _ denominator: Int128) -> Ref? {
    // The quotient by whole numbers first: a result in range has 67 bits at most, so shifting the remainder goes on until
    // the power is used up or the quotient is too large.
    var (quotient, remainder) = floorDivision(numerator, denominator)
    for _ in 0..<power {
        guard quotient.magnitude < 1 << 68 else { break }
        let (carry, rest) = floorDivision(remainder << 1, denominator)
        (quotient, remainder) = (quotient << 1 + carry, rest)
    }
    let twice = remainder.magnitude << 1
    if twice > denominator.magnitude || (twice == denominator.magnitude && quotient & 1 != 0) { quotient += 1 }
    return makeDelta(quotient)
}
