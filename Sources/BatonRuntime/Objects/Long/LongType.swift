internal import CBaton
internal import CBaton.Host

// The type int: its slots and how it is called.

func setUpLong() {
    BtLong_Type.tp_basicsize = MemoryLayout<BtLongObject>.size
    BtLong_Type.tp_itemsize = MemoryLayout<UInt>.size
    BtLong_Type.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_LONG_SUBCLASS)
    BtLong_Type.tp_doc = cString(
        """
        int([x]) -> integer
        int(x, base=10) -> integer

        Convert a number or string to an integer, or return 0 if no arguments are given.
        """)
    BtLong_Type.tp_dealloc = { freeLong($0!) }
    BtLong_Type.tp_free = { BtObject_Free($0) }
    BtLong_Type.tp_repr = { longRepr($0!.long) }
    BtLong_Type.tp_hash = { longHash($0!.long) }
    BtLong_Type.tp_richcompare = { longRichCompare($0!, $1!, $2) }
    BtLong_Type.tp_new = { newLong($0!, $1!, $2) }
    BtLong_Type.tp_as_number = permanent(longNumberMethods())
    BtLong_Type.tp_methods = longMethods()
    BtLong_Type.tp_getset = longAttributes()
    for value in BT_SMALL_INT_MIN...BT_SMALL_INT_MAX { makeSmallInt(Int(value)) }
}

/// Fill an entry of the cache, which stands in zeroed memory.
private func makeSmallInt(_ value: Int) {
    let long = _bt_small_int(value)!
    long.ref.pointee.ob_owner = UInt16(BT_OWNER_IMMORTAL)
    long.ref.pointee.ob_type = BtLong_Type_()
    long.pointee.ob_base.ob_size = value.signum()
    long.pointee.ob_limb = UInt64(value.magnitude)
}

@inline(__always)
private func freeLong(_ object: Ref) {
    if object.type == BtLong_Type_() {
        freeObject(object)
    } else {
        object.type.pointee.tp_free(object)
    }
}

private func longNumberMethods() -> BtNumberMethods {
    var methods = BtNumberMethods()
    methods.nb_add = { bothInts($0!, $1!) ? longAdd($0!.long, $1!.long) : notImplementedRef }
    methods.nb_subtract = { bothInts($0!, $1!) ? longSubtract($0!.long, $1!.long) : notImplementedRef }
    methods.nb_multiply = { bothInts($0!, $1!) ? longMultiply($0!.long, $1!.long) : notImplementedRef }
    methods.nb_remainder = { bothInts($0!, $1!) ? longRemainder($0!.long, $1!.long) : notImplementedRef }
    methods.nb_divmod = { bothInts($0!, $1!) ? longDivmod($0!.long, $1!.long) : notImplementedRef }
    methods.nb_power = { longPowerSlot($0!, $1!, $2!) }
    methods.nb_negative = { longNegate($0!.long) }
    methods.nb_positive = { exactLong($0!.long) }
    methods.nb_absolute = { longAbsolute($0!.long) }
    methods.nb_bool = { $0!.long.signedCount == 0 ? 0 : 1 }
    methods.nb_invert = { longInvert($0!.long) }
    methods.nb_lshift = { bothInts($0!, $1!) ? longShiftLeft($0!.long, $1!.long) : notImplementedRef }
    methods.nb_rshift = { bothInts($0!, $1!) ? longShiftRight($0!.long, $1!.long) : notImplementedRef }
    methods.nb_and = { bothInts($0!, $1!) ? longBits($0!.long, $1!.long, .and) : notImplementedRef }
    methods.nb_xor = { bothInts($0!, $1!) ? longBits($0!.long, $1!.long, .xor) : notImplementedRef }
    methods.nb_or = { bothInts($0!, $1!) ? longBits($0!.long, $1!.long, .or) : notImplementedRef }
    methods.nb_int = { exactLong($0!.long) }
    methods.nb_float = { longToDouble($0!.long).flatMap { BtFloat_FromDouble($0) } }
    methods.nb_floor_divide = { bothInts($0!, $1!) ? longFloorDivide($0!.long, $1!.long) : notImplementedRef }
    methods.nb_true_divide = { bothInts($0!, $1!) ? longTrueDivide($0!.long, $1!.long) : notImplementedRef }
    methods.nb_index = { exactLong($0!.long) }
    return methods
}

@inline(__always)
private func bothInts(_ left: Ref, _ right: Ref) -> Bool { isInt(left) && isInt(right) }

private func longDivmod(_ left: LongRef, _ right: LongRef) -> Ref? {
    guard let (quotient, remainder) = longDivideWithRemainder(left, right) else { return nil }
    return makePair(taking: quotient, remainder)
}

private func longPowerSlot(_ base: Ref, _ exponent: Ref, _ modulus: Ref) -> Ref? {
    guard bothInts(base, exponent) else { return notImplementedRef }
    if isNone(modulus) { return longPower(base.long, exponent.long) }
    return isInt(modulus) ? longPower(base.long, exponent.long, modulus: modulus.long) : notImplementedRef
}

/// `int()`, `int(x)`, `int(text, base)`.
private func newLong(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if type != BtLong_Type_() { return newSubtypeLong(type, args, kwargs) }
    let count = BtTuple_GET_SIZE_(args)
    if count > 2, (kwargs.map { BtDict_GET_SIZE_($0) } ?? 0) == 0 {
        return raise(BtExc_TypeError, "int expected at most 2 arguments, got \(count)")
    }
    return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 2) { buffer -> Ref? in
        buffer.initialize(repeating: nil)
        guard
            let found = _BtArg_UnpackKeywords(
                _bt_tuple_items(args), BtTuple_GET_SIZE_(args), kwargs, nil, _bt_int_new_parser_(), 0, 2, 0,
                buffer.baseAddress)
        else { return nil }
        let keywords = kwargs.map { BtDict_Size($0) } ?? 0
        let arguments = OptionalArguments(found, BtTuple_GET_SIZE_(args), keywords: keywords)
        let number = arguments[0]
        guard let base = arguments[1] else { return number.map(intOf) ?? makeInt(0) }
        guard let number else { return raise(BtExc_TypeError, "int() missing string argument") }
        return longFromText(number, base)
    }
}

private func longFromText(_ text: Ref, _ base: Ref) -> Ref? {
    let value = BtNumber_AsSsize_t(base, nil)
    if value == -1, errorOccurred() { return nil }
    guard value == 0 || (value >= 2 && value <= 36) else {
        return raise(BtExc_ValueError, "int() base must be >= 2 and <= 36, or 0")
    }
    if isStr(text) { return parseLong(text: text, base: value) }
    if isBytes(text) || BtObject_TypeCheck_(text, BtByteArray_Type_()) != 0 {
        return parseLong(buffer: text, base: value)
    }
    return raise(BtExc_TypeError, "int() can't convert non-string with explicit base")
}

/// A number of a subtype: made as an int, then copied.
private func newSubtypeLong(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard let plain = newLong(BtLong_Type_(), args, kwargs) else { return nil }
    defer { Bt_DECREF_(plain) }
    let count = plain.long.limbCount
    guard let object = type.pointee.tp_alloc(type, max(count, 1)) else { return nil }
    object.long.pointee.ob_base.ob_size = plain.long.signedCount
    object.long.limbs.update(from: plain.long.limbs, count: max(count, 1))
    return object
}
