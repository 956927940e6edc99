internal import CBaton
internal import Glibc

/// `x ** y` with Python's rules for zeros, infinities, NaNs and errors.
func floatPower(_ x: Double, _ y: Double) -> Ref? {
    if y == 0 { return BtFloat_FromDouble(1) }
    if x.isNaN { return BtFloat_FromDouble(x) }
    if y.isNaN { return BtFloat_FromDouble(x == 1 ? 1 : y) }
    if y.isInfinite {
        let magnitude = x.magnitude
        if magnitude == 1 { return BtFloat_FromDouble(1) }
        return BtFloat_FromDouble((y > 0) == (magnitude > 1) ? .infinity : 0)
    }
    let yIsOdd = fmod(y.magnitude, 2) == 1
    if x.isInfinite {
        if y > 0 { return BtFloat_FromDouble(yIsOdd ? x : .infinity) }
        return BtFloat_FromDouble(yIsOdd ? copysign(0, x) : 0)
    }
    if x == 0 {
        guard y > 0 else { return raise(BtExc_ZeroDivisionError, "0.0 cannot be raised to a negative power") }
        return BtFloat_FromDouble(yIsOdd ? x : 0)
    }
    var base = x
    var negated = false
    if x < 0 {
        guard y == y.rounded(.down) else {
            return complexPower(Bt_complex(real: x, imag: 0), Bt_complex(real: y, imag: 0))
        }
        base = -x
        negated = yIsOdd
    }
    let power = base == 1 ? 1 : pow(base, y)
    guard power.isFinite else {
        errno = ERANGE
        return BtErr_SetFromErrno(BtExc_OverflowError)
    }
    return BtFloat_FromDouble(negated ? -power : power)
}
