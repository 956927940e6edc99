public import CBaton
internal import CBaton.Host
internal import Glibc

// The C face of str: making and reading. What each function promises is told in baton/unicode.h.

/// A C string's bytes as Swift's codecs take them.
@inline(__always)
func unsignedBytes(_ text: UnsafePointer<CChar>) -> UnsafePointer<UInt8> {
    // SAFETY: because CChar and UInt8 have one layout.
    UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
}

/// Whether `object` is a str; else TypeError is set, as of a bad argument.
@inline(__always)
func requireText(_ object: Ref?) -> Bool {
    if let object, isStr(object) { return true }
    _ = BtErr_BadArgument()
    return false
}

/// Whether `object` is a str; else TypeError with CPython's text is set.
@inline(__always)
func requireStr(_ object: Ref?) -> Bool {
    guard let object else { return badInternalCallStatus() == 0 }
    if isStr(object) { return true }
    return raiseStatus(BtExc_TypeError, "must be str, not \(typeName(object))") == 0
}

@c @implementation public func BtUnicode_New(_ length: Int, _ maxchar: UInt32) -> Ref! {
    guard maxchar <= 0x10_FFFF else {
        return raise(BtExc_SystemError, "invalid maximum character passed to BtUnicode_New")
    }
    guard length >= 0 else { return raise(BtExc_SystemError, "Negative size passed to BtUnicode_New") }
    return newText(count: length, maximum: maxchar)
}

@c @implementation public func BtUnicode_FromKindAndData(
    _ kind: CInt, _ data: UnsafeRawPointer!, _ length: Int
) -> Ref! {
    guard length >= 0 else { return raise(BtExc_ValueError, "size must be positive") }
    guard kind == 1 || kind == 2 || kind == 4 else { return raise(BtExc_SystemError, "invalid kind") }
    guard length > 0 else { return newText(count: 0, maximum: 0) }
    guard let data else { return badInternalCall() }
    return makeText(TextView(data: UnsafeMutableRawPointer(mutating: data), kind: Int(kind), count: length))
}

@c @implementation public func BtUnicode_FromStringAndSize(_ utf8: UnsafePointer<CChar>!, _ size: Int) -> Ref! {
    guard size >= 0 else { return raise(BtExc_SystemError, "Negative size passed to BtUnicode_FromStringAndSize") }
    guard let utf8 else {
        if size == 0 { return newText(count: 0, maximum: 0) }
        return raise(
            BtExc_SystemError, "NULL string with positive size with NULL passed to BtUnicode_FromStringAndSize")
    }
    return decodeUTF8(unsignedBytes(utf8), size)
}

@c @implementation public func BtUnicode_FromString(_ utf8: UnsafePointer<CChar>!) -> Ref! {
    guard let utf8 else { return badInternalCall() }
    return decodeUTF8(unsignedBytes(utf8), strlen(utf8))
}

@c @implementation public func BtUnicode_FromObject(_ object: Ref!) -> Ref! {
    guard let object else { return badInternalCall() }
    if object.type == BtUnicode_Type_() { return Bt_NewRef_(object) }
    if isStr(object) { return makeText(TextView(object)) }
    return raise(BtExc_TypeError, "Can't convert '\(typeName(object))' object to str implicitly")
}

@c @implementation public func BtUnicode_FromOrdinal(_ ordinal: CInt) -> Ref! {
    guard ordinal >= 0, ordinal <= 0x10_FFFF else {
        return raise(BtExc_ValueError, "chr() arg not in range(0x110000)")
    }
    return makeText(character: UInt32(ordinal))
}

@c @implementation public func BtUnicode_FromWideChar(_ text: UnsafePointer<wchar_t>!, _ length: Int) -> Ref! {
    guard let text else { return length == 0 ? newText(count: 0, maximum: 0) : badInternalCall() }
    let count = length == -1 ? wcslen(text) : length
    guard count >= 0 else { return badInternalCall() }
    if count == 0 { return newText(count: 0, maximum: 0) }
    return makeText(TextView(data: UnsafeMutableRawPointer(mutating: text), kind: 4, count: count))
}

@c @implementation public func _bt_unicode_from_format(
    _ format: UnsafePointer<CChar>!, _ arguments: OpaquePointer!
) -> Ref! {
    guard let format else { return badInternalCall() }
    var builder = TextBuilder()
    guard appendFormat(format, arguments, to: &builder) else { return nil }
    return builder.finish()
}

@c @implementation public func BtUnicode_AsUTF8(_ object: Ref!) -> UnsafePointer<CChar>! {
    guard requireText(object) else { return nil }
    return utf8(object)?.bytes
}

@c @implementation public func BtUnicode_AsUTF8AndSize(
    _ object: Ref!, _ size: UnsafeMutablePointer<Int>!
) -> UnsafePointer<CChar>! {
    guard requireText(object), let form = utf8(object) else {
        size?.pointee = -1
        return nil
    }
    size?.pointee = form.count
    return form.bytes
}

@c @implementation public func BtUnicode_InternInPlace(_ object: UnsafeMutablePointer<Ref?>!) {
    guard let text = object?.pointee, isStr(text) else { return }
    let name = interned(text)
    if name != text {
        object.pointee = name
        Bt_DECREF_(text)
    }
}

@c @implementation public func BtUnicode_InternFromString(_ utf8: UnsafePointer<CChar>!) -> Ref! {
    guard let utf8 else { return badInternalCall() }
    return internedName(unsignedBytes(utf8), strlen(utf8))
}
