internal import CBaton

// Codecs by name as C asks for them, and as functions that return how much they took, too.

@c @implementation public func BtCodec_Encode(
    _ object: Ref!, _ encoding: UnsafePointer<CChar>!, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    guard let object else { return badInternalCall() }
    guard isStr(object) else {
        return raise(BtExc_TypeError, "encoder: argument must be str, not \(typeName(object))")
    }
    return BtUnicode_AsEncodedString(object, encoding, errors)
}

@c @implementation public func BtCodec_Decode(
    _ object: Ref!, _ encoding: UnsafePointer<CChar>!, _ errors: UnsafePointer<CChar>!
) -> Ref! { BtUnicode_FromEncodedObject(object, encoding, errors) }

@c @implementation public func BtCodec_KnownEncoding(_ encoding: UnsafePointer<CChar>!) -> CInt {
    guard encoding != nil, Encoding.named(encoding) != nil else {
        BtErr_Clear()
        return 0
    }
    return 1
}

@c @implementation public func BtCodec_Encoder(_ encoding: UnsafePointer<CChar>!) -> Ref! {
    codecFunction(codecMethods.encode, encoding)
}

@c @implementation public func BtCodec_Decoder(_ encoding: UnsafePointer<CChar>!) -> Ref! {
    codecFunction(codecMethods.decode, encoding)
}

/// The functions; what they are bound to is the name of the encoding.
// SAFETY: because the lines are permanent, and nobody writes them.
private struct CodecMethods: @unchecked Sendable {
    let encode = permanent(
        fastMethod("encode") { name, args, nargs in
            guard checkCount("encode", nargs, 1...2), let errors = errorsName(args!, nargs) else { return nil }
            guard let bytes = BtCodec_Encode(args![0], BtUnicode_AsUTF8(name), errors.name) else { return nil }
            return tuple(taking: bytes, makeInt(TextView(args![0]!).count))
        })
    let decode = permanent(
        fastMethod("decode") { name, args, nargs in
            guard checkCount("decode", nargs, 1...2), let errors = errorsName(args!, nargs) else { return nil }
            let size = BtObject_Size(args![0])
            if size < 0 { return nil }
            guard let text = BtCodec_Decode(args![0], BtUnicode_AsUTF8(name), errors.name) else { return nil }
            return tuple(taking: text, makeInt(size))
        })
}
private let codecMethods = CodecMethods()

/// The second argument, which names what is done about errors; nil with TypeError set.
private func errorsName(_ args: UnsafePointer<Ref?>, _ nargs: Int) -> (name: UnsafePointer<CChar>?, Void)? {
    guard nargs > 1 else { return (nil, ()) }
    return BtUnicode_AsUTF8(args[1]).map { ($0, ()) }
}

private func codecFunction(_ method: UnsafeMutablePointer<BtMethodDef>, _ encoding: UnsafePointer<CChar>?) -> Ref? {
    guard let encoding else { return badInternalCall() }
    guard Encoding.named(encoding) != nil, let name = BtUnicode_FromString(encoding) else { return nil }
    defer { Bt_DECREF_(name) }
    return BtCFunction_New(method, name)
}
