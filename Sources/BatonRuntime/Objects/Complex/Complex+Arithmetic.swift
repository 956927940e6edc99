internal import CBaton
internal import Glibc

func complexNumbers() -> BtNumberMethods {
    var table = BtNumberMethods()
    table.nb_add = { left, right in
        withOperands(left!, right!) { makeComplex(Bt_complex(real: $0.real + $1.real, imag: $0.imag + $1.imag)) }
    }
    table.nb_subtract = { left, right in
        withOperands(left!, right!) { makeComplex(Bt_complex(real: $0.real - $1.real, imag: $0.imag - $1.imag)) }
    }
    table.nb_multiply = { left, right in withOperands(left!, right!) { makeComplex(product($0, $1)) } }
    table.nb_true_divide = { left, right in
        withOperands(left!, right!) { dividend, divisor in
            guard let result = quotient(dividend, divisor) else {
                return raise(BtExc_ZeroDivisionError, "complex division by zero")
            }
            return makeComplex(result)
        }
    }
    table.nb_power = { base, exponent, modulus in
        guard isNone(modulus!) else { return raise(BtExc_ValueError, "complex modulo") }
        return withOperands(base!, exponent!) { complexPower($0, $1) }
    }
    table.nb_negative = { makeComplex(Bt_complex(real: -$0!.complex.real, imag: -$0!.complex.imag)) }
    table.nb_positive = { makeComplex($0!.complex) }
    table.nb_absolute = { object in
        let value = object!.complex
        let result = hypot(value.real, value.imag)
        guard result.isFinite || !value.real.isFinite || !value.imag.isFinite else {
            return raise(BtExc_OverflowError, "absolute value too large")
        }
        return makeFloat(result)
    }
    table.nb_bool = { $0!.complex.real != 0 || $0!.complex.imag != 0 ? 1 : 0 }
    return table
}

/// The operands as complex numbers: a complex and a complex, a float or an int. NotImplemented for others.
private func withOperands(_ left: Ref, _ right: Ref, _ body: (Bt_complex, Bt_complex) -> Ref?) -> Ref? {
    guard let first = operand(left), let second = operand(right) else {
        return errorOccurred() ? nil : notImplementedRef
    }
    return body(first, second)
}

/// Nil without an exception: no number that mixes with a complex.
private func operand(_ object: Ref) -> Bt_complex? {
    if isComplex(object) { return object.complex }
    if isFloat(object) { return Bt_complex(real: object.double, imag: 0) }
    guard isInt(object), let value = longToDouble(object.long) else { return nil }
    return Bt_complex(real: value, imag: 0)
}

private func product(_ a: Bt_complex, _ b: Bt_complex) -> Bt_complex {
    Bt_complex(real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real)
}

/// The quotient by Smith's method (Communications of the ACM 5, 1962, algorithm 116), which scales by the larger part of the
/// divisor. Nil: the divisor is 0.
private func quotient(_ a: Bt_complex, _ b: Bt_complex) -> Bt_complex? {
    if b.real.magnitude >= b.imag.magnitude {
        guard b.real != 0 else { return nil }
        let ratio = b.imag / b.real
        let scale = b.real + b.imag * ratio
        return Bt_complex(real: (a.real + a.imag * ratio) / scale, imag: (a.imag - a.real * ratio) / scale)
    }
    guard b.imag.magnitude >= b.real.magnitude else { return Bt_complex(real: .nan, imag: .nan) }
    let ratio = b.real / b.imag
    let scale = b.real * ratio + b.imag
    return Bt_complex(real: (a.real * ratio + a.imag) / scale, imag: (a.imag * ratio - a.real) / scale)
}

/// `base ** exponent`: by multiplications for small whole exponents, otherwise by the polar form.
func complexPower(_ base: Bt_complex, _ exponent: Bt_complex) -> Ref? {
    var result = Bt_complex(real: 1, imag: 0)
    let isWhole = exponent.imag == 0 && exponent.real == exponent.real.rounded(.down)
    if isWhole, exponent.real.magnitude <= 100 {
        result = wholePower(base, Int(exponent.real.magnitude))
        if exponent.real < 0 {
            guard let inverse = quotient(Bt_complex(real: 1, imag: 0), result) else { return negativePowerOfZero() }
            result = inverse
        }
    } else if exponent.real == 0, exponent.imag == 0 {
        // 1, whatever the base.
    } else if base.real == 0, base.imag == 0 {
        guard exponent.imag == 0, exponent.real >= 0 else { return negativePowerOfZero() }
        result = Bt_complex(real: 0, imag: 0)
    } else {
        let magnitude = hypot(base.real, base.imag)
        let angle = atan2(base.imag, base.real)
        var length = pow(magnitude, exponent.real)
        var phase = angle * exponent.real
        if exponent.imag != 0 {
            length /= exp(angle * exponent.imag)
            phase += exponent.imag * log(magnitude)
        }
        result = Bt_complex(real: length * cos(phase), imag: length * sin(phase))
    }
    guard !result.real.isInfinite, !result.imag.isInfinite else {
        return raise(BtExc_OverflowError, "complex exponentiation")
    }
    return makeComplex(result)
}

private func negativePowerOfZero() -> Ref? {
    raise(BtExc_ZeroDivisionError, "0.0 to a negative or complex power")
}

private func wholePower(_ base: Bt_complex, _ exponent: Int) -> Bt_complex {
    var (result, square) = (Bt_complex(real: 1, imag: 0), base)
    var rest = exponent
    while rest > 0 {
        if rest & 1 == 1 { result = product(result, square) }
        rest >>= 1
        square = product(square, square)
    }
    return result
}
