internal import CBaton
internal import CBaton.Host

// The methods and attributes of int.

func longMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        method("conjugate", BT_METH_NOARGS) { object, _ in exactLong(object!.long) },
        method("bit_length", BT_METH_NOARGS) { object, _ in makeInt(object!.long.bitLength) },
        method("bit_count", BT_METH_NOARGS) { object, _ in makeInt(longBitCount(object!.long)) },
        fastKeywordMethod("to_bytes") { longToBytes($0!, $1, $2, $3) },
        fastKeywordMethod("from_bytes", BT_METH_FASTCALL | BT_METH_KEYWORDS | BT_METH_CLASS) {
            longFromBytes($0!, $1, $2, $3)
        },
        method("as_integer_ratio", BT_METH_NOARGS) { object, _ in
            exactLong(object!.long).flatMap { makePair(taking: $0, _bt_small_int(1).ref) }
        },
        method("is_integer", BT_METH_NOARGS) { _, _ in trueRef },
        method("__trunc__", BT_METH_NOARGS) { object, _ in exactLong(object!.long) },
        method("__floor__", BT_METH_NOARGS) { object, _ in exactLong(object!.long) },
        method("__ceil__", BT_METH_NOARGS) { object, _ in exactLong(object!.long) },
        fastMethod("__round__") { longRound($0!.long, $1, $2) },
        method("__getnewargs__", BT_METH_NOARGS) { object, _ in
            exactLong(object!.long).flatMap { makeTuple(taking: $0) }
        },
        method("__format__", BT_METH_O) { formatLong($0!, $1!) },
        method("__sizeof__", BT_METH_NOARGS) { object, _ in
            makeInt(longHeadSize + max(object!.long.limbCount, 1) * 8)
        },
    ])
}

func longAttributes() -> UnsafeMutablePointer<BtGetSetDef> {
    getsetTable([
        getset("real", doc: "the real part of a complex number", get: { object, _ in exactLong(object!.long) }),
        getset("imag", doc: "the imaginary part of a complex number", get: { _, _ in makeInt(0) }),
        getset(
            "numerator", doc: "the numerator of a rational number in lowest terms",
            get: { object, _ in exactLong(object!.long) }),
        getset("denominator", doc: "the denominator of a rational number in lowest terms", get: { _, _ in makeInt(1) }),
    ])
}

/// `int.to_bytes(length=1, byteorder='big', *, signed=False)`.
private func longToBytes(_ object: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 3) { buffer -> Ref? in
        buffer.initialize(repeating: nil)
        guard
            let found = _BtArg_UnpackKeywords(
                args, nargs, nil, kwnames, _bt_int_to_bytes_parser_(), 0, 2, 0, buffer.baseAddress)
        else { return nil }
        let arguments = OptionalArguments(found, nargs, keywords: kwnames.map { BtTuple_GET_SIZE_($0) } ?? 0)
        var length = 1
        if let argument = arguments[0] {
            guard let given = sizeArgument(argument) else { return nil }
            length = given
        }
        guard let littleEndian = byteOrder(arguments[1], "to_bytes") else { return nil }
        guard let signed = truth(arguments[2]) else { return nil }
        guard length >= 0 else { return raise(BtExc_ValueError, "length argument must be non-negative") }
        guard let bytes = BtBytes_FromStringAndSize(nil, length) else { return nil }
        // SAFETY: because CChar and UInt8 have one layout.
        let memory = UnsafeMutableRawPointer(BtBytes_AsString(bytes)!).assumingMemoryBound(to: UInt8.self)
        guard _BtLong_AsByteArray(object.long, memory, length, littleEndian ? 1 : 0, signed ? 1 : 0, 1) == 0 else {
            Bt_DECREF_(bytes)
            return nil
        }
        return bytes
    }
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`.
private func longFromBytes(_ type: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 3) { buffer -> Ref? in
        buffer.initialize(repeating: nil)
        guard
            let found = _BtArg_UnpackKeywords(
                args, nargs, nil, kwnames, _bt_int_from_bytes_parser_(), 1, 2, 0, buffer.baseAddress)
        else { return nil }
        let arguments = OptionalArguments(found, nargs, keywords: kwnames.map { BtTuple_GET_SIZE_($0) } ?? 0)
        guard let littleEndian = byteOrder(arguments[1], "from_bytes") else { return nil }
        guard let signed = truth(arguments[2]) else { return nil }
        guard let bytes = BtObject_Bytes(arguments[0]) else { return nil }
        defer { Bt_DECREF_(bytes) }
        // SAFETY: because CChar and UInt8 have one layout.
        let memory = UnsafeRawPointer(BtBytes_AsString(bytes)!).assumingMemoryBound(to: UInt8.self)
        let number = readLong(memory, BtBytes_Size(bytes), littleEndian: littleEndian, signed: signed)
        guard let number, type != BtLong_Type_().ref else { return number }
        defer { Bt_DECREF_(number) }
        return BtObject_CallOneArg(type, number)
    }
}

/// Whether the order is little endian; nil with an exception set.
private func byteOrder(_ argument: Ref?, _ function: StaticString) -> Bool? {
    guard let argument else { return false }
    guard isStr(argument) else {
        _BtArg_BadArgument(cString(function), "argument 'byteorder'", "str", argument)
        return nil
    }
    if BtUnicode_EqualToUTF8(argument, "little") != 0 { return true }
    if BtUnicode_EqualToUTF8(argument, "big") != 0 { return false }
    return raise(BtExc_ValueError, "byteorder must be either 'little' or 'big'")
}

private func truth(_ argument: Ref?) -> Bool? {
    guard let argument else { return false }
    let result = BtObject_IsTrue(argument)
    return result < 0 ? nil : result != 0
}

/// `round(long, digits)`: digits below 0 round to a power of ten, ties to even.
private func longRound(_ long: LongRef, _ args: UnsafePointer<Ref?>?, _ nargs: Int) -> Ref? {
    guard _BtArg_CheckPositional("__round__", nargs, 0, 1) != 0 else { return nil }
    guard nargs > 0, let argument = args?[0], !isNone(argument) else { return exactLong(long) }
    guard let digits = BtNumber_Index(argument) else { return nil }
    defer { Bt_DECREF_(digits) }
    guard digits.long.isNegative else { return exactLong(long) }
    guard let count = longNegate(digits.long) else { return nil }
    defer { Bt_DECREF_(count) }
    // A power of ten beyond the number's own size rounds it to 0, and need not be made.
    guard let places = count.long.compact, places <= long.bitLength else { return makeInt(0) }
    guard let ten = makeInt(10), let power = longPower(ten.long, count.long) else { return nil }
    defer { Bt_DECREF_(power) }
    return longRoundedToMultiple(long, power.long)
}

/// The multiple of `unit`, a number above 0, that is nearest; of two the one with the even quotient.
private func longRoundedToMultiple(_ long: LongRef, _ unit: LongRef) -> Ref? {
    guard let (quotient, remainder) = longDivideWithRemainder(long, unit) else { return nil }
    defer { Bt_DECREF_(quotient) }
    defer { Bt_DECREF_(remainder) }
    guard let doubled = longAdd(remainder.long, remainder.long) else { return nil }
    defer { Bt_DECREF_(doubled) }
    let order = longCompare(doubled.long, unit)
    let isOdd = quotient.long.limbs[0] & 1 == 1
    guard let lower = longSubtract(long, remainder.long) else { return nil }
    guard order > 0 || (order == 0 && isOdd) else { return lower }
    defer { Bt_DECREF_(lower) }
    return longAdd(lower.long, unit)
}
