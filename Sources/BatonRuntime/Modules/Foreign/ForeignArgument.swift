internal import CBaton
internal import CBaton.Host
internal import CFFI

// CArgObject: an argument that was converted before the call, by byref() or by from_param().

func setUpForeignArgument(_ type: TypeRef) {
    type.pointee.tp_basicsize = MemoryLayout<BtForeignArgumentObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_dealloc = { object in
        BtObject_GC_UnTrack(object)
        release(exchange(&object!.foreignArgument.pointee.kept, nil))
        object!.type.pointee.tp_free(object)
    }
    type.pointee.tp_traverse = { visitField($0!.foreignArgument.pointee.kept, $1, $2) }
    type.pointee.tp_clear = { object in
        release(exchange(&object!.foreignArgument.pointee.kept, nil))
        return 0
    }
    type.pointee.tp_repr = { argumentRepr($0!) }
    type.pointee.tp_members = memberTable([
        member(
            "_obj", BT_T_OBJECT_, offset: MemoryLayout<BtForeignArgumentObject_>.offset(of: \.kept)!,
            doc: "the wrapped object")
    ])
}

@inline(__always)
func isForeignArgument(_ object: Ref) -> Bool { object.type == _bt_foreign.argument }

/// Make an argument; the reference to `kept` is taken over. Nil with MemoryError set.
func makeForeignArgument(tag: UInt8, _ ffi: FFIType, _ value: (UInt64, UInt64), kept: Ref?) -> Ref? {
    guard let object = _bt_foreign.argument.pointee.tp_alloc(_bt_foreign.argument, 0) else {
        release(kept)
        return nil
    }
    object.foreignArgument.pointee.ffi = UnsafeMutableRawPointer(ffi)
    object.foreignArgument.pointee.value = value
    object.foreignArgument.pointee.kept = kept
    object.foreignArgument.pointee.tag = UInt32(tag)
    return object
}

/// Make an argument that is an address.
func makeForeignArgument(tag: UInt8, address: UnsafeRawPointer?, kept: Ref?) -> Ref? {
    makeForeignArgument(tag: tag, bt_ffi_pointer(), (UInt64(UInt(bitPattern: address)), 0), kept: kept)
}

/// byref(object, offset=0).
func byReference(_ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("byref"), count, 1, 2) != 0, let object = args![0] else { return nil }
    var offset = 0
    if count == 2 {
        guard let value = sizeArgument(args![1]!) else { return nil }
        offset = value
    }
    guard isForeign(object), ownLayout(object.type) != nil else {
        return raise(BtExc_TypeError, "byref() argument must be a ctypes instance, not '\(typeName(object))'")
    }
    return makeForeignArgument(
        tag: UInt8(ascii: "P"), address: object.foreign.bytes + offset, kept: newReference(object))
}

private func argumentRepr(_ object: Ref) -> Ref? {
    let argument = object.foreignArgument.pointee
    let tag = UInt8(truncatingIfNeeded: argument.tag)
    let letter = String(UnicodeScalar(tag))
    let first = argument.value.0
    func shown(_ text: String) -> Ref? { makeString("<cparam '\(letter)' (\(text))>") }
    switch tag {
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return shown(String(Int8(truncatingIfNeeded: first)))
    case UInt8(ascii: "h"), UInt8(ascii: "H"): return shown(String(Int16(truncatingIfNeeded: first)))
    case UInt8(ascii: "i"), UInt8(ascii: "I"): return shown(String(Int32(truncatingIfNeeded: first)))
    case UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "q"), UInt8(ascii: "Q"):
        return shown(String(Int64(bitPattern: first)))
    case UInt8(ascii: "d"), UInt8(ascii: "f"):
        let number =
            tag == UInt8(ascii: "d")
            ? Double(bitPattern: first) : Double(Float(bitPattern: UInt32(truncatingIfNeeded: first)))
        guard let float = makeFloat(number) else { return nil }
        defer { Bt_DECREF_(float) }
        return shown(reprText(float))
    case UInt8(ascii: "c"):
        let byte = UInt8(truncatingIfNeeded: first)
        if 0x20..<0x7F ~= byte, byte != 0x5C, byte != 0x27 { return shown("'\(String(UnicodeScalar(byte)))'") }
        let digits = String(byte, radix: 16)
        return shown("'\\x\(byte < 16 ? "0" : "")\(digits)'")
    case UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "P"): return shown("0x" + String(first, radix: 16))
    default: return makeString("<cparam '\(letter)' at \(addressText(object))>")
    }
}
