public import CBaton
internal import Glibc

@c @implementation public func BtObject_Repr(_ object: Ref!) -> Ref! {
    if BtErr_CheckSignals() < 0 { return nil }
    guard let object else { return makeString("<NULL>") }
    guard let repr = object.type.pointee.tp_repr else {
        return makeString("<\(typeName(object)) object at \(address(of: object))>")
    }
    guard Bt_EnterRecursiveCall(" while getting the repr of an object") == 0 else { return nil }
    guard let result = repr(object) else { return nil }
    guard isStr(result) else {
        defer { Bt_DECREF_(result) }
        return raise(BtExc_TypeError, "__repr__ returned non-string (type \(typeName(result)))")
    }
    return result
}

@c @implementation public func BtObject_Str(_ object: Ref!) -> Ref! {
    if BtErr_CheckSignals() < 0 { return nil }
    guard let object else { return makeString("<NULL>") }
    if object.type == BtUnicode_Type_() { return newReference(object) }
    guard let str = object.type.pointee.tp_str else { return BtObject_Repr(object) }
    guard Bt_EnterRecursiveCall(" while getting the str of an object") == 0 else { return nil }
    guard let result = str(object) else { return nil }
    guard isStr(result) else {
        defer { Bt_DECREF_(result) }
        return raise(BtExc_TypeError, "__str__ returned non-string (type \(typeName(result)))")
    }
    return result
}

@c @implementation public func BtObject_ASCII(_ object: Ref!) -> Ref! {
    guard let repr = BtObject_Repr(object) else { return nil }
    if BtUnicode_IS_ASCII_(repr) != 0 { return repr }
    defer { Bt_DECREF_(repr) }
    guard let bytes = BtUnicode_AsEncodedString(repr, "ascii", "backslashreplace") else { return nil }
    defer { Bt_DECREF_(bytes) }
    return BtUnicode_FromEncodedObject(bytes, "ascii", "strict")
}

@c @implementation public func BtObject_Bytes(_ object: Ref!) -> Ref! {
    guard let object else { return BtBytes_FromString("<NULL>") }
    if object.type == BtBytes_Type_() { return newReference(object) }
    guard let function = lookUpSpecial(object, internedName("__bytes__")) else {
        return errorOccurred() ? nil : BtBytes_FromObject(object)
    }
    defer { Bt_DECREF_(function) }
    guard let result = BtObject_CallNoArgs(function) else { return nil }
    guard isBytes(result) else {
        defer { Bt_DECREF_(result) }
        return raise(BtExc_TypeError, "__bytes__ returned non-bytes (type \(typeName(result)))")
    }
    return result
}

@c @implementation public func BtObject_Format(_ object: Ref!, _ specification: Ref!) -> Ref! {
    if let specification, !isStr(specification) {
        return raise(BtExc_SystemError, "Format specifier must be a string, not \(typeName(specification))")
    }
    let isEmpty = specification.map { BtUnicode_GET_LENGTH_($0) == 0 } ?? true
    if isEmpty, object.type == BtUnicode_Type_() { return newReference(object) }
    if isEmpty, object.type == BtLong_Type_() { return BtObject_Str(object) }
    guard let function = lookUpSpecial(object, internedName("__format__")) else {
        return errorOccurred()
            ? nil : raise(BtExc_TypeError, "Type \(typeName(object)) doesn't define __format__")
    }
    defer { Bt_DECREF_(function) }
    guard let empty = specification.map({ newReference($0) }) ?? makeString("") else { return nil }
    defer { Bt_DECREF_(empty) }
    guard let result = BtObject_CallOneArg(function, empty) else { return nil }
    guard isStr(result) else {
        defer { Bt_DECREF_(result) }
        return raise(BtExc_TypeError, "__format__ must return a str, not \(typeName(result))")
    }
    return result
}

@c @implementation public func BtObject_Print(
    _ object: Ref!, _ stream: UnsafeMutablePointer<FILE>!, _ flags: CInt
) -> CInt {
    let isRaw = flags & BT_PRINT_RAW != 0
    let made = object == nil ? makeString("<nil>") : isRaw ? BtObject_Str(object) : BtObject_Repr(object)
    guard let text = made else { return -1 }
    defer { Bt_DECREF_(text) }
    var size = 0
    guard let bytes = BtUnicode_AsUTF8AndSize(text, &size) else { return -1 }
    if fwrite(bytes, 1, size, stream) != size || ferror(stream) != 0 {
        BtErr_SetFromErrno(BtExc_OSError)
        clearerr(stream)
        return -1
    }
    return 0
}
