internal import CBaton

// complex: its type, making, comparing and text.

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The value of an object that is a complex.
    @inline(__always) var complex: Bt_complex { self.as(BtComplexObject.self).pointee.cval }
}

func isComplex(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, BtComplex_Type_()) != 0 }

/// Make a complex.
func makeComplex(_ value: Bt_complex) -> Ref? {
    guard let object = makePlainObject(BtComplex_Type_(), as: BtComplexObject.self) else { return nil }
    object.pointee.cval = value
    return object.ref
}

func setUpComplex() {
    let type = BtComplex_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtComplexObject>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
    type.pointee.tp_doc = cString(
        """
        complex(real=0, imag=0)
        --

        Create a complex number from a string or numbers.
        """)
    type.pointee.tp_dealloc = { object in
        if object!.type == BtComplex_Type_() { freeObject(object!) } else { object!.type.pointee.tp_free(object) }
    }
    type.pointee.tp_free = { BtObject_Free($0) }
    type.pointee.tp_repr = { complexRepr($0!.complex) }
    type.pointee.tp_hash = { object in
        // So that a complex without an imaginary part hashes as its real part does.
        let real = _Bt_HashDouble(object, object!.complex.real)
        let hash = real &+ 1_000_003 &* _Bt_HashDouble(object, object!.complex.imag)
        return hash == -1 ? -2 : hash
    }
    type.pointee.tp_richcompare = { complexCompare($0!, $1!, $2) }
    type.pointee.tp_new = { complexNew($0!, $1!, $2) }
    type.pointee.tp_as_number = permanent(complexNumbers())
    let value = MemoryLayout<BtComplexObject>.offset(of: \.cval)!
    type.pointee.tp_members = memberTable([
        member("real", BT_T_DOUBLE, offset: value, doc: "the real part of a complex number"),
        member(
            "imag", BT_T_DOUBLE, offset: value + MemoryLayout<Double>.size,
            doc: "the imaginary part of a complex number"),
    ])
    type.pointee.tp_methods = methodTable([
        method("conjugate", BT_METH_NOARGS, doc: "Return the complex conjugate of its argument.") { `self`, _ in
            makeComplex(Bt_complex(real: self!.complex.real, imag: -self!.complex.imag))
        },
        method("__complex__", BT_METH_NOARGS, doc: "Convert this value to exact type complex.") { `self`, _ in
            self!.type == BtComplex_Type_() ? newReference(self!) : makeComplex(self!.complex)
        },
        method("__format__", BT_METH_O, doc: "Convert to a string according to format_spec.") {
            formatComplex($0!, $1!)
        },
        method("__getnewargs__", BT_METH_NOARGS) { `self`, _ in
            tuple(taking: makeFloat(self!.complex.real), makeFloat(self!.complex.imag))
        },
    ])
}

/// `(1+2j)`; `2j` where the real part is a zero without a sign.
private func complexRepr(_ value: Bt_complex) -> Ref? {
    var builder = TextBuilder()
    let hasReal = value.real != 0 || value.real.sign == .minus
    if hasReal {
        builder.append("(")
        guard appendDouble(value.real, FloatStyle(code: .shortest), to: &builder) else { return nil }
    }
    var style = FloatStyle(code: .shortest)
    style.alwaysSign = hasReal
    guard appendDouble(value.imag, style, to: &builder) else { return nil }
    builder.append("j")
    if hasReal { builder.append(")") }
    return builder.finish()
}

private func complexCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard operation == BT_EQ || operation == BT_NE, isComplex(left) else { return notImplementedRef }
    let value = left.complex
    let isEqual: Bool
    if isComplex(right) {
        isEqual = value.real == right.complex.real && value.imag == right.complex.imag
    } else if isFloat(right) {
        isEqual = value.imag == 0 && value.real == right.double
    } else if isInt(right) {
        isEqual = value.imag == 0 && value.real.isFinite && compareExactly(value.real, right.long) == 0
    } else {
        return notImplementedRef
    }
    return boolRef(isEqual == (operation == BT_EQ))
}
