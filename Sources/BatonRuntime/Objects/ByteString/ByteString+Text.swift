internal import CBaton
internal import Glibc

// decode, hex, fromhex: between bytes and str.

extension ByteString {
    static func decode(_ self: Ref, _ encoding: Ref?, _ errors: Ref?) -> Ref? {
        guard let encoding = name(encoding, "decode", "encoding"), let errors = name(errors, "decode", "errors") else {
            return nil
        }
        return BtUnicode_FromEncodedObject(self, encoding.pointer, errors.pointer)
    }

    /// The UTF-8 of an argument that must be a str without 0 characters; absent: no pointer. Nil: an exception is set.
    static func name(
        _ argument: Ref?, _ function: StaticString, _ parameter: StaticString
    ) -> (pointer: UnsafePointer<CChar>?, Void)? {
        guard let argument else { return (nil, ()) }
        guard isStr(argument) else {
            return raise(
                BtExc_TypeError,
                "\(function)() argument '\(parameter)' must be str, not \(isNone(argument) ? "None" : typeName(argument))"
            )
        }
        var size = 0
        guard let text = BtUnicode_AsUTF8AndSize(argument, &size) else { return nil }
        guard strlen(text) == size else { return raise(BtExc_ValueError, "embedded null character") }
        return (text, ())
    }

    static func hex(_ self: Ref, _ separator: Ref?, _ group: Int) -> Ref? {
        Buffer.withBytes(of: self) { hex($0, separator, group) }
    }

    static func hex(_ span: ByteSpan, _ separator: Ref?, _ group: Int) -> Ref? {
        // SAFETY: because char and UInt8 have one layout.
        let start = UnsafeRawPointer(span.address).assumingMemoryBound(to: CChar.self)
        guard let separator else { return _Bt_strhex(start, span.count) }
        if BtObject_Size(separator) < 0 { return nil }
        return _Bt_strhex_with_sep(start, span.count, separator, CInt(group))
    }

    /// The bytes that a str of hexadecimal digits tells, in `builder`; false: an exception is set.
    static func parseHex(_ argument: Ref, into builder: inout ByteBuilder) -> Bool {
        guard isStr(argument) else {
            return raise(
                BtExc_TypeError, "fromhex() argument must be str, not \(isNone(argument) ? "None" : typeName(argument))"
            )
                ?? false
        }
        let text = TextView(argument)
        var index = 0
        let digit = { (index: Int) -> UInt8? in
            guard index < text.count else { return nil }
            return UInt8(exactly: text[index])?.hexValue
        }
        while index < text.count {
            if let byte = UInt8(exactly: text[index]), byte.isASCIISpace {
                index += 1
                continue
            }
            guard let high = digit(index), let low = digit(index + 1) else {
                let position = digit(index) == nil ? index : index + 1
                return raise(
                    BtExc_ValueError, "non-hexadecimal number found in fromhex() arg at position \(position)")
                    ?? false
            }
            builder.append(high << 4 | low)
            index += 2
        }
        return true
    }

    /// `bytes.fromhex` and `bytearray.fromhex`: an object of the class that the method was called on.
    static func fromHex(_ type: Ref, _ argument: Ref, isByteArray: Bool) -> Ref? {
        var builder = ByteBuilder()
        guard parseHex(argument, into: &builder) else { return nil }
        guard let result = isByteArray ? builder.finishByteArray() : builder.finish() else { return nil }
        if type == BtBytes_Type_().ref || type == BtByteArray_Type_().ref { return result }
        defer { Bt_DECREF_(result) }
        return BtObject_CallOneArg(type, result)
    }
}
