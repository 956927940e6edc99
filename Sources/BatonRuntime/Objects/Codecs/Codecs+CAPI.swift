internal import CBaton
internal import Glibc

// The C face of the codecs, told in baton/codecs.h.

/// The bytes that a decoder is given. Nil: SystemError is set.
private func input(_ bytes: UnsafePointer<CChar>?, _ size: Int) -> UnsafePointer<UInt8>? {
    guard size >= 0 else { return badInternalCall() }
    if let bytes { return unsignedBytes(bytes) }
    return size == 0 ? unsignedBytes(cString("")) : badInternalCall()
}

@c @implementation public func BtUnicode_GetDefaultEncoding() -> UnsafePointer<CChar>! { cString("utf-8") }

@c @implementation public func BtUnicode_Decode(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ encoding: UnsafePointer<CChar>!, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    guard let bytes = input(bytes, size), let encoding = Encoding.named(encoding) else { return nil }
    return encoding.decode(bytes, size, errors)
}

@c @implementation public func BtUnicode_AsEncodedString(
    _ text: Ref!, _ encoding: UnsafePointer<CChar>!, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    guard requireText(text), let encoding = Encoding.named(encoding) else { return nil }
    return encoding.encode(text, errors)
}

@c @implementation public func BtUnicode_FromEncodedObject(
    _ object: Ref!, _ encoding: UnsafePointer<CChar>!, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    guard let object else { return badInternalCall() }
    if isStr(object) { return raise(BtExc_TypeError, "decoding str is not supported") }
    if isBytes(object) { return BtUnicode_Decode(BtBytes_AsString(object), BtBytes_Size(object), encoding, errors) }
    guard BtObject_CheckBuffer(object) != 0 else {
        return raise(
            BtExc_TypeError, "decoding to str: need a bytes-like object, \(typeName(object)) found")
    }
    var view = Bt_buffer()
    guard BtObject_GetBuffer(object, &view, CInt(BtBUF_SIMPLE)) == 0 else { return nil }
    defer { BtBuffer_Release(&view) }
    return BtUnicode_Decode(view.buf?.assumingMemoryBound(to: CChar.self), view.len, encoding, errors)
}

@c @implementation public func BtUnicode_DecodeUTF8(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    input(bytes, size).flatMap { decodeUTF8($0, size, errors: errors, consumed: nil) }
}

@c @implementation public func BtUnicode_DecodeUTF8Stateful(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!,
    _ consumed: UnsafeMutablePointer<Int>!
) -> Ref! {
    input(bytes, size).flatMap { decodeUTF8($0, size, errors: errors, consumed: consumed) }
}

@c @implementation public func BtUnicode_DecodeASCII(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    input(bytes, size).flatMap { decodeASCII($0, size, errors) }
}

@c @implementation public func BtUnicode_DecodeLatin1(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    input(bytes, size).flatMap { makeText(latin1: $0, size) }
}

@c @implementation public func BtUnicode_DecodeUnicodeEscape(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    input(bytes, size).flatMap { decodeEscapes($0, size, errors, raw: false) }
}

@c @implementation public func BtUnicode_DecodeRawUnicodeEscape(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    input(bytes, size).flatMap { decodeEscapes($0, size, errors, raw: true) }
}

private func decodeWide(
    _ bytes: UnsafePointer<CChar>?, _ size: Int, unit: Int, _ errors: UnsafePointer<CChar>?,
    _ order: UnsafeMutablePointer<CInt>?, _ consumed: UnsafeMutablePointer<Int>?
) -> Ref? {
    guard let bytes = input(bytes, size) else { return nil }
    var used = order?.pointee ?? 0
    defer { order?.pointee = used }
    return decodeWide(bytes, size, size: unit, errors, order: &used, consumed: consumed)
}

@c @implementation public func BtUnicode_DecodeUTF16(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!,
    _ byteorder: UnsafeMutablePointer<CInt>!
) -> Ref! {
    decodeWide(bytes, size, unit: 2, errors, byteorder, nil)
}

@c @implementation public func BtUnicode_DecodeUTF16Stateful(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!,
    _ byteorder: UnsafeMutablePointer<CInt>!, _ consumed: UnsafeMutablePointer<Int>!
) -> Ref! {
    decodeWide(bytes, size, unit: 2, errors, byteorder, consumed)
}

@c @implementation public func BtUnicode_DecodeUTF32(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!,
    _ byteorder: UnsafeMutablePointer<CInt>!
) -> Ref! {
    decodeWide(bytes, size, unit: 4, errors, byteorder, nil)
}

@c @implementation public func BtUnicode_DecodeUTF32Stateful(
    _ bytes: UnsafePointer<CChar>!, _ size: Int, _ errors: UnsafePointer<CChar>!,
    _ byteorder: UnsafeMutablePointer<CInt>!, _ consumed: UnsafeMutablePointer<Int>!
) -> Ref! {
    decodeWide(bytes, size, unit: 4, errors, byteorder, consumed)
}

@c @implementation public func BtUnicode_AsUTF8String(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeUTF8(text, nil) : nil
}
@c @implementation public func BtUnicode_AsASCIIString(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeASCII(text, nil) : nil
}
@c @implementation public func BtUnicode_AsLatin1String(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeLatin1(text, nil) : nil
}
@c @implementation public func BtUnicode_AsUTF16String(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeWide(text, size: 2, nil, order: 0) : nil
}
@c @implementation public func BtUnicode_AsUTF32String(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeWide(text, size: 4, nil, order: 0) : nil
}
@c @implementation public func BtUnicode_AsUnicodeEscapeString(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeEscapes(text, raw: false) : nil
}
@c @implementation public func BtUnicode_AsRawUnicodeEscapeString(_ text: Ref!) -> Ref! {
    requireText(text) ? encodeEscapes(text, raw: true) : nil
}
