internal import CBaton
internal import Glibc

func floatNumberMethods() -> BtNumberMethods {
    var methods = BtNumberMethods()
    methods.nb_add = { withOperands($0!, $1!) { makeFloat($0 + $1) } }
    methods.nb_subtract = { withOperands($0!, $1!) { makeFloat($0 - $1) } }
    methods.nb_multiply = { withOperands($0!, $1!) { makeFloat($0 * $1) } }
    methods.nb_remainder = { withOperands($0!, $1!) { floatRemainder($0, $1) } }
    methods.nb_divmod = { withOperands($0!, $1!) { floatDivmod($0, $1) } }
    methods.nb_power = { base, exponent, modulus in
        guard isNone(modulus!) else {
            return raise(
                BtExc_TypeError, "pow() 3rd argument not allowed unless all arguments are integers")
        }
        return withOperands(base!, exponent!) { floatPower($0, $1) }
    }
    methods.nb_negative = { makeFloat(-$0!.double) }
    methods.nb_positive = { exactFloat($0!) }
    methods.nb_absolute = { makeFloat($0!.double.magnitude) }
    methods.nb_bool = { $0!.double == 0 ? 0 : 1 }
    methods.nb_int = { makeInt(truncating: $0!.double) }
    methods.nb_float = { exactFloat($0!) }
    methods.nb_floor_divide = { withOperands($0!, $1!) { floatFloorDivide($0, $1) } }
    methods.nb_true_divide = { withOperands($0!, $1!) { floatDivide($0, $1) } }
    return methods
}

/// The operands as doubles: a float and a float or an int. NotImplemented for others.
@inline(__always)
private func withOperands(_ left: Ref, _ right: Ref, _ body: (Double, Double) -> Ref?) -> Ref? {
    guard let x = operand(left), let y = operand(right) else { return errorOccurred() ? nil : notImplementedRef }
    return body(x, y)
}

/// Nil without an exception: neither a float nor an int.
@inline(__always)
private func operand(_ object: Ref) -> Double? {
    if isFloat(object) { return object.double }
    return isInt(object) ? longToDouble(object.long) : nil
}

private func floatDivide(_ x: Double, _ y: Double) -> Ref? {
    guard y != 0 else { return raise(BtExc_ZeroDivisionError, "float division by zero") }
    return makeFloat(x / y)
}

/// The quotient rounded down and the remainder with the sign of the divisor; `y` is not 0.
private func floorDivision(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(x, y)
    var quotient = (x - remainder) / y
    if remainder == 0 {
        remainder = copysign(0, y)
    } else if (y < 0) != (remainder < 0) {
        remainder += y
        quotient -= 1
    }
    guard quotient != 0 else { return (copysign(0, x / y), remainder) }
    // The quotient is a whole number but for rounding.
    let floor = quotient.rounded(.down)
    return (quotient - floor > 0.5 ? floor + 1 : floor, remainder)
}

private func floatRemainder(_ x: Double, _ y: Double) -> Ref? {
    guard y != 0 else { return raise(BtExc_ZeroDivisionError, "float modulo by zero") }
    return makeFloat(floorDivision(x, y).remainder)
}

private func floatFloorDivide(_ x: Double, _ y: Double) -> Ref? {
    guard y != 0 else { return raise(BtExc_ZeroDivisionError, "float floor division by zero") }
    return makeFloat(floorDivision(x, y).quotient)
}

private func floatDivmod(_ x: Double, _ y: Double) -> Ref? {
    guard y != 0 else { return raise(BtExc_ZeroDivisionError, "float divmod()") }
    let result = floorDivision(x, y)
    guard let quotient = makeFloat(result.quotient) else { return nil }
    guard let remainder = makeFloat(result.remainder) else {
        Bt_DECREF_(quotient)
        return nil
    }
    return makePair(taking: quotient, remainder)
}
