public import CBaton

@c @implementation public func BtComplex_FromDoubles(_ real: Double, _ imag: Double) -> Ref! {
    makeComplex(Bt_complex(real: real, imag: imag))
}

@c @implementation public func BtComplex_FromCComplex(_ value: Bt_complex) -> Ref! { makeComplex(value) }

@c @implementation public func BtComplex_RealAsDouble(_ object: Ref!) -> Double { value(object).real }

@c @implementation public func BtComplex_ImagAsDouble(_ object: Ref!) -> Double {
    let value = value(object)
    // The error stands in the real part.
    return value.real == -1 && errorOccurred() ? -1 : value.imag
}

@c @implementation public func BtComplex_AsCComplex(_ object: Ref!) -> Bt_complex { value(object) }

private func value(_ object: Ref?) -> Bt_complex {
    let failed = Bt_complex(real: -1, imag: 0)
    guard let object else { return badInternalCall() ?? failed }
    return complexOf(object) ?? failed
}
