internal import CBaton
internal import Glibc

// The C face of file names and the locale, told in baton/codecs.h: UTF-8 with "surrogateescape".

@c @implementation public func BtUnicode_DecodeFSDefaultAndSize(_ bytes: UnsafePointer<CChar>!, _ size: Int) -> Ref! {
    BtUnicode_DecodeUTF8(bytes, size, cString("surrogateescape"))
}

@c @implementation public func BtUnicode_DecodeFSDefault(_ bytes: UnsafePointer<CChar>!) -> Ref! {
    guard let bytes else { return badInternalCall() }
    return BtUnicode_DecodeFSDefaultAndSize(bytes, strlen(bytes))
}

@c @implementation public func BtUnicode_EncodeFSDefault(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeUTF8(text, cString("surrogateescape")) : nil
}

@c @implementation public func BtUnicode_DecodeLocaleAndSize(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    guard isLocaleHandler(errors) else { return nil }
    if let bytes, size > 0, memchr(bytes, 0, size) != nil {
        return raise(BtExc_ValueError, "embedded null byte")
    }
    return BtUnicode_DecodeUTF8(bytes, size, errors)
}

@c @implementation public func BtUnicode_DecodeLocale(
    _ bytes: UnsafePointer<CChar>!, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    guard let bytes else { return badInternalCall() }
    return BtUnicode_DecodeLocaleAndSize(bytes, strlen(bytes), errors)
}

@c @implementation public func BtUnicode_EncodeLocale(_ text: Ref!, _ errors: UnsafePointer<CChar>!) -> Ref! {
    guard isLocaleHandler(errors), requireText(text) else { return nil }
    guard !hasZero(TextView(text)) else { return raise(BtExc_ValueError, "embedded null character") }
    return encodeUTF8(text, errors)
}

/// Whether the name is that of a handler for the locale; else ValueError is set.
private func isLocaleHandler(_ errors: UnsafePointer<CChar>?) -> Bool {
    guard let errors else { return true }
    switch String(cString: errors) {
    case "strict", "surrogateescape": return true
    default: return raiseStatus(BtExc_ValueError, "unsupported error handler") == 0
    }
}

private func hasZero(_ view: TextView) -> Bool {
    for index in 0..<view.count where view[index] == 0 { return true }
    return false
}

/// The str or bytes of a path: itself, or what its type's __fspath__ gives. Nil: an exception is set.
private func path(_ object: Ref) -> Ref? {
    if isStr(object) || isBytes(object) { return Bt_NewRef_(object) }
    guard let function = BtObject_GetAttr(object.type.ref, internedName("__fspath__")) else {
        guard BtErr_ExceptionMatches(BtExc_AttributeError) != 0 else { return nil }
        return raise(BtExc_TypeError, "expected str, bytes or os.PathLike object, not \(typeName(object))")
    }
    defer { Bt_DECREF_(function) }
    guard let result = BtObject_CallOneArg(function, object) else { return nil }
    if isStr(result) || isBytes(result) { return result }
    let found = typeName(result)
    Bt_DECREF_(result)
    return raise(
        BtExc_TypeError, "expected \(typeName(object)).__fspath__() to return str or bytes, not \(found)")
}

@c @implementation public func BtOS_FSPath(_ object: Ref!) -> Ref! { path(object) }

@c @implementation public func BtUnicode_FSConverter(_ object: Ref!, _ result: UnsafeMutableRawPointer!) -> CInt {
    // SAFETY: because the contract of the converter is that `result` is the address of an object pointer.
    let slot = result.assumingMemoryBound(to: Ref?.self)
    guard let object else {
        release(exchange(&slot.pointee, nil))
        return 1
    }
    guard let path = path(object) else { return 0 }
    var bytes: Ref? = path
    if isStr(path) {
        bytes = BtUnicode_EncodeFSDefault(path)
        Bt_DECREF_(path)
    }
    guard let bytes else { return 0 }
    if memchr(BtBytes_AsString(bytes), 0, BtBytes_Size(bytes)) != nil {
        Bt_DECREF_(bytes)
        return raiseStatus(BtExc_ValueError, "embedded null byte") + 1
    }
    slot.pointee = bytes
    return Bt_CLEANUP_SUPPORTED
}

@c @implementation public func BtUnicode_FSDecoder(_ object: Ref!, _ result: UnsafeMutableRawPointer!) -> CInt {
    // SAFETY: because the contract of the converter is that `result` is the address of an object pointer.
    let slot = result.assumingMemoryBound(to: Ref?.self)
    guard let object else {
        release(exchange(&slot.pointee, nil))
        return 1
    }
    guard let path = path(object) else { return 0 }
    var text: Ref? = path
    if isBytes(path) {
        text = BtUnicode_DecodeFSDefaultAndSize(BtBytes_AsString(path), BtBytes_Size(path))
        Bt_DECREF_(path)
    }
    guard let text else { return 0 }
    if hasZero(TextView(text)) {
        Bt_DECREF_(text)
        return raiseStatus(BtExc_ValueError, "embedded null character") + 1
    }
    slot.pointee = text
    return Bt_CLEANUP_SUPPORTED
}
