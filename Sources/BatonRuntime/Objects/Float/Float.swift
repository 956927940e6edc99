internal import CBaton
internal import Glibc

// float: its type, making and freeing.

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The double of an object that is a float.
    @inline(__always) var double: Double { self.as(BtFloatObject.self).pointee.ob_fval }
}

/// Make a float.
@inline(__always)
func makeFloat(_ value: Double) -> Ref? {
    guard let float = makePlainObject(BtFloat_Type_(), as: BtFloatObject.self) else { return nil }
    float.pointee.ob_fval = value
    return float.ref
}

func setUpFloat() {
    BtFloat_Type.tp_basicsize = MemoryLayout<BtFloatObject>.size
    BtFloat_Type.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
    BtFloat_Type.tp_doc = cString(
        """
        float(x=0, /)
        --

        Convert a string or number to a floating-point number, if possible.
        """)
    BtFloat_Type.tp_dealloc = { freeFloat($0!) }
    BtFloat_Type.tp_free = { BtObject_Free($0) }
    BtFloat_Type.tp_repr = { floatRepr($0!.double) }
    BtFloat_Type.tp_hash = { _Bt_HashDouble($0, $0!.double) }
    BtFloat_Type.tp_richcompare = { floatRichCompare($0!, $1!, $2) }
    BtFloat_Type.tp_new = { newFloat($0!, $1!, $2) }
    BtFloat_Type.tp_as_number = permanent(floatNumberMethods())
    BtFloat_Type.tp_methods = floatMethods()
    BtFloat_Type.tp_getset = getsetTable([
        getset("real", doc: "the real part of a complex number", get: { object, _ in exactFloat(object!) }),
        getset("imag", doc: "the imaginary part of a complex number", get: { _, _ in makeFloat(0) }),
    ])
}

@inline(__always)
private func freeFloat(_ object: Ref) {
    if object.type == BtFloat_Type_() {
        freeObject(object)
    } else {
        object.type.pointee.tp_free(object)
    }
}

/// A float of exactly the type float: the object itself where it is one.
func exactFloat(_ object: Ref) -> Ref? {
    object.type == BtFloat_Type_() ? newReference(object) : makeFloat(object.double)
}

private func newFloat(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    let isExact = type == BtFloat_Type_()
    guard !isExact || _BtArg_NoKeywords("float", kwargs) != 0 else { return nil }
    let count = BtTuple_GET_SIZE_(args)
    guard _BtArg_CheckPositional("float", count, 0, 1) != 0 else { return nil }
    let plain: Ref?
    if count == 0 {
        plain = makeFloat(0)
    } else {
        let argument = BtTuple_GET_ITEM_(args, 0)!
        plain = isStr(argument) ? BtFloat_FromString(argument) : floatOf(argument)
    }
    guard let plain, !isExact else { return plain }
    defer { Bt_DECREF_(plain) }
    guard let object = type.pointee.tp_alloc(type, 0) else { return nil }
    object.as(BtFloatObject.self).pointee.ob_fval = plain.double
    return object
}
