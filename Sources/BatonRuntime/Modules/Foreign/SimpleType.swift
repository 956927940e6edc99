internal import CBaton
internal import CBaton.Host
internal import CFFI

// PyCSimpleType: the types of numbers, characters and plain pointers, each told by a letter.

private let knownCodes: StaticString = "cbBhHiIlLdfuzZqQPXOv?g"

/// Bytes of a value of a letter.
private func sizeOfCode(_ code: UInt8) -> Int {
    switch code {
    case UInt8(ascii: "c"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "?"): 1
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "v"): 2
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "f"), UInt8(ascii: "u"): 4
    case UInt8(ascii: "g"): bt_ffi_longdouble().pointee.size
    default: 8
    }
}

private func ffiOfCode(_ code: UInt8) -> FFIType {
    switch code {
    case UInt8(ascii: "d"): bt_ffi_double()
    case UInt8(ascii: "f"): bt_ffi_float()
    case UInt8(ascii: "g"): bt_ffi_longdouble()
    case UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "P"), UInt8(ascii: "O"), UInt8(ascii: "X"):
        bt_ffi_pointer()
    case UInt8(ascii: "B"), UInt8(ascii: "H"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "Q"),
        UInt8(ascii: "?"):
        bt_ffi_integer(CInt(sizeOfCode(code)), 0)
    default: bt_ffi_integer(CInt(sizeOfCode(code)), 1)
    }
}

/// The letter that the buffer protocol has for one: by size, with its order of bytes.
private func formatOfCode(_ code: UInt8, isBig: Bool) -> String {
    let letter: UInt8 =
        switch code {
        case UInt8(ascii: "l"): UInt8(ascii: "q")
        case UInt8(ascii: "L"): UInt8(ascii: "Q")
        default: code
        }
    return (isBig ? ">" : "<") + String(UnicodeScalar(letter))
}

/// tp_init of the metatype.
func simpleTypeInit(_ type: TypeRef) -> CInt {
    var letter: Ref?
    if BtObject_GetOptionalAttr(type.ref, internedName("_type_"), &letter) < 0 { return -1 }
    guard let letter else { return raiseStatus(BtExc_AttributeError, "class must define a '_type_' attribute") }
    defer { Bt_DECREF_(letter) }
    guard isStr(letter) else {
        return raiseStatus(BtExc_TypeError, "class must define a '_type_' string attribute")
    }
    let text = TextView(letter)
    guard text.count == 1 else {
        return raiseStatus(
            BtExc_ValueError, "class must define a '_type_' attribute which must be a string of length 1")
    }
    guard let code = UInt8(exactly: text[0]), knownCodes.contains(code) else {
        return raiseStatus(
            BtExc_AttributeError,
            "class must define a '_type_' attribute which must be\na single character string containing one of "
                + "'\(knownCodes)'.")
    }
    guard fillSimple(type, code, isSwapped: false) else { return -1 }
    return addOtherOrder(type, code) ? 0 : -1
}

extension StaticString {
    fileprivate func contains(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}

private func fillSimple(_ type: TypeRef, _ code: UInt8, isSwapped: Bool) -> Bool {
    guard let layout = makeLayout(type, kind: BT_FOREIGN_SIMPLE) else { return false }
    let ffi = ffiOfCode(code)
    layout.pointee.size = sizeOfCode(code)
    layout.pointee.alignment = Int(ffi.pointee.alignment)
    layout.pointee.code = code
    layout.pointee.is_swapped = isSwapped ? 1 : 0
    layout.pointee.is_plain = type.pointee.tp_base == _bt_foreign.simple ? 1 : 0
    layout.pointee.ffi = UnsafeMutableRawPointer(ffi)
    setFormat(layout, formatOfCode(code, isBig: isSwapped))
    return true
}

/// Give a type of more than one byte its twin in the other order of bytes, as attributes.
private func addOtherOrder(_ type: TypeRef, _ code: UInt8) -> Bool {
    guard type.ref.type == _bt_foreign.simple_meta, type.pointee.tp_base == _bt_foreign.simple,
        ("hHiIlLqQdf" as StaticString).contains(code)
    else { return true }
    guard let dict = BtDict_New() else { return false }
    defer { Bt_DECREF_(dict) }
    if let module = BtDict_GetItemWithError(type.pointee.tp_dict, internedName("__module__")),
        BtDict_SetItem(dict, internedName("__module__"), module) < 0
    {
        return false
    }
    guard setAndRelease(dict, internedName("_type_"), makeString(String(UnicodeScalar(code)))) >= 0,
        let own = typeQualifiedName(type)
    else { return false }
    defer { Bt_DECREF_(own) }
    guard setAndRelease(dict, internedName("__qualname__"), newReference(own)) >= 0,
        let arguments = tuple(
            taking: makeString(typeShortName(type) + "_be"), makeTypeTuple([_bt_foreign.simple]), newReference(dict))
    else { return false }
    defer { Bt_DECREF_(arguments) }
    guard let twin = typeNew(_bt_foreign.simple_meta, arguments, nil) else { return false }
    defer { Bt_DECREF_(twin) }
    let (little, big) = (internedName("__ctype_le__"), internedName("__ctype_be__"))
    return fillSimple(asType(twin), code, isSwapped: true) && BtObject_SetAttr(type.ref, little, type.ref) >= 0
        && BtObject_SetAttr(type.ref, big, twin) >= 0 && BtObject_SetAttr(twin, little, type.ref) >= 0
        && BtObject_SetAttr(twin, big, twin) >= 0
}
