internal import CBaton
internal import CBaton.Host
internal import CFFI

// from_param of the types: what an argument has to be, and what is passed for it.

/// What is passed for a value where `argtypes` names a type: the value itself, a CArgObject, None. Nil with an exception
/// set.
func fromParameter(_ type: TypeRef, _ value: Ref) -> Ref? {
    guard let layout = ownLayout(type) else { return dataParameter(type, nil, value) }
    switch layout.kind {
    case BT_FOREIGN_SIMPLE: return simpleParameter(type, layout, value)
    case BT_FOREIGN_POINTER: return pointerParameter(type, layout, value)
    default: return dataParameter(type, layout, value)
    }
}

/// What `_as_parameter_` of a value gives to the function again; nil inside: it has none. Nil outside: an exception is set.
func asParameter(_ value: Ref, _ body: (Ref) -> Ref?) -> Ref?? {
    var attribute: Ref?
    if BtObject_GetOptionalAttr(value, internedName("_as_parameter_"), &attribute) < 0 { return .none }
    guard let attribute else { return .some(nil) }
    defer { Bt_DECREF_(attribute) }
    guard enterCall() else { return .none }
    defer { Bt_LeaveRecursiveCall() }
    guard let result = body(attribute) else { return .none }
    return .some(result)
}

private func isInstance(_ value: Ref, _ type: TypeRef) -> Bool { isSubtype(value.type, type) }

private func simpleParameter(_ type: TypeRef, _ layout: LayoutRef, _ value: Ref) -> Ref? {
    if isInstance(value, type) { return newReference(value) }
    let code = layout.pointee.code
    if layout.pointee.is_plain != 0 || code == UInt8(ascii: "P") {
        switch code {
        case UInt8(ascii: "z"): return textParameter(type, value, UInt8(ascii: "c"), isGiven: isBytes(value))
        case UInt8(ascii: "Z"): return textParameter(type, value, UInt8(ascii: "u"), isGiven: isStr(value))
        case UInt8(ascii: "P"): return addressParameter(type, value)
        default: break
        }
    }
    var bytes: (UInt64, UInt64) = (0, 0)
    if let kept = withUnsafeMutableBytes(of: &bytes, { writeSimple(layout, $0.baseAddress!, value) }) {
        return makeForeignArgument(
            tag: code, layout.ffi.unsafelyUnwrapped, bytes, kept: kept == noneRef ? nil : kept)
    }
    guard let raised = takeRaised() else { return nil }
    guard let converted = asParameter(value, { fromParameter(type, $0) }) else {
        Bt_DECREF_(raised)
        return nil
    }
    if let converted {
        Bt_DECREF_(raised)
        return converted
    }
    setRaised(raised)
    return nil
}

private func raiseUninterpretable(_ value: Ref, _ type: TypeRef) -> Ref? {
    raise(BtExc_TypeError, "'\(typeName(value))' object cannot be interpreted as \(fullName(type))")
}

private func fullName(_ type: TypeRef) -> String { "ctypes." + typeShortName(type) }

/// Whether a value is an array of, or a pointer to, a simple type of a letter.
private func refers(_ value: Ref, toCode code: UInt8) -> Bool {
    guard let layout = foreignLayout(of: value.type.ref),
        layout.kind == BT_FOREIGN_ARRAY || layout.kind == BT_FOREIGN_POINTER,
        let item = layout.itemType.flatMap(ownLayout)
    else { return false }
    return item.kind == BT_FOREIGN_SIMPLE && item.pointee.code == code
}

/// c_char_p and c_wchar_p.
private func textParameter(_ type: TypeRef, _ value: Ref, _ character: UInt8, isGiven: Bool) -> Ref? {
    if isNone(value) { return noneRef }
    if isGiven {
        if character == UInt8(ascii: "c") {
            return makeForeignArgument(
                tag: UInt8(ascii: "z"), address: Bytes.data(value), kept: newReference(value))
        }
        guard let wide = wideText(value) else { return nil }
        return makeForeignArgument(tag: UInt8(ascii: "Z"), address: Bytes.data(wide), kept: wide)
    }
    if refers(value, toCode: character) { return newReference(value) }
    if isForeignArgument(value), let kept = value.foreignArgument.pointee.kept,
        let layout = foreignLayout(of: kept.type.ref),
        layout.kind == BT_FOREIGN_SIMPLE && layout.pointee.code == character || refers(kept, toCode: character)
    {
        return newReference(value)
    }
    guard let converted = asParameter(value, { fromParameter(type, $0) }) else { return nil }
    return converted ?? raiseUninterpretable(value, type)
}

/// c_void_p.
private func addressParameter(_ type: TypeRef, _ value: Ref) -> Ref? {
    if isNone(value) { return noneRef }
    if isInt(value) {
        return makeForeignArgument(
            tag: UInt8(ascii: "P"), bt_ffi_pointer(), (UInt64(longMasked(value.long)), 0), kept: nil)
    }
    if isBytes(value) {
        return makeForeignArgument(tag: UInt8(ascii: "z"), address: Bytes.data(value), kept: newReference(value))
    }
    if isStr(value) {
        guard let wide = wideText(value) else { return nil }
        return makeForeignArgument(tag: UInt8(ascii: "Z"), address: Bytes.data(wide), kept: wide)
    }
    if let layout = foreignLayout(of: value.type.ref) {
        switch layout.kind {
        case BT_FOREIGN_ARRAY, BT_FOREIGN_POINTER: return newReference(value)
        case BT_FOREIGN_FUNCTION:
            return makeForeignArgument(
                tag: UInt8(ascii: "P"), address: value.foreign.address, kept: newReference(value))
        case BT_FOREIGN_SIMPLE where "zZP".utf8.contains(layout.pointee.code):
            return makeForeignArgument(
                tag: UInt8(ascii: "Z"), address: value.foreign.address, kept: newReference(value))
        default: break
        }
    }
    if isForeignArgument(value), value.foreignArgument.pointee.tag == UInt32(UInt8(ascii: "P")) {
        return newReference(value)
    }
    guard let converted = asParameter(value, { fromParameter(type, $0) }) else { return nil }
    return converted ?? raiseUninterpretable(value, type)
}

private func pointerParameter(_ type: TypeRef, _ layout: LayoutRef, _ value: Ref) -> Ref? {
    if isNone(value) { return noneRef }
    guard let item = layout.itemType else { return raise(BtExc_TypeError, "abstract class") }
    if isInstance(value, item) {
        return makeForeignArgument(tag: UInt8(ascii: "P"), address: value.foreign.bytes, kept: newReference(value))
    }
    if let other = foreignLayout(of: value.type.ref),
        other.kind == BT_FOREIGN_POINTER || other.kind == BT_FOREIGN_ARRAY,
        let otherItem = other.itemType, isSubtype(otherItem, item)
    {
        return newReference(value)
    }
    return dataParameter(type, layout, value)
}

/// An instance of the type, or byref() of what it points to.
private func dataParameter(_ type: TypeRef, _ layout: LayoutRef?, _ value: Ref) -> Ref? {
    if isInstance(value, type) { return newReference(value) }
    if isForeignArgument(value) {
        let kept = value.foreignArgument.pointee.kept
        if let kept, let item = layout?.itemType, isInstance(kept, item) { return newReference(value) }
        return raise(
            BtExc_TypeError,
            "expected \(typeName(of: type)) instance instead of pointer to \(kept.map(typeName) ?? "???")")
    }
    guard let converted = asParameter(value, { fromParameter(type, $0) }) else { return nil }
    return converted
        ?? raise(BtExc_TypeError, "expected \(typeName(of: type)) instance instead of \(typeName(value))")
}
