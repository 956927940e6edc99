internal import CBaton

// The attributes of the three Unicode errors from C. Attributes may have been set to anything by a script, so each getter
// looks at what is there.

@c @implementation
public func BtUnicodeDecodeError_Create(
    _ encoding: UnsafePointer<CChar>!, _ object: UnsafePointer<CChar>!, _ length: Int, _ start: Int, _ end: Int,
    _ reason: UnsafePointer<CChar>!
) -> Ref! {
    guard let encoding, let reason, length >= 0, object != nil || length == 0 else { return badInternalCall() }
    guard let args = BtTuple_New(5) else { return nil }
    defer { Bt_DECREF_(args) }
    let items: [() -> Ref?] = [
        { BtUnicode_FromString(encoding) }, { BtBytes_FromStringAndSize(object, length) },
        { BtLong_FromSsize_t(start) }, { BtLong_FromSsize_t(end) }, { BtUnicode_FromString(reason) },
    ]
    for (index, make) in items.enumerated() {
        guard let item = make() else { return nil }
        BtTuple_SET_ITEM_(args, index, item)
    }
    return BtObject_Call(BtExc_UnicodeDecodeError, args, nil)
}

/// The fields of an exception that is of the class `type`; nil: TypeError is set.
private func fields(_ object: Ref?, _ type: Ref) -> UnicodeErrorFields? {
    guard let object, BtObject_TypeCheck_(object, asType(type)) != 0 else {
        return raise(BtExc_TypeError, "expected a \(typeName(of: asType(type))) object")
    }
    return object.as(BtUnicodeErrorObject.self)
}

/// A new reference to an attribute that must be a str, or bytes.
private func attribute(_ value: Ref?, _ name: String, bytes: Bool = false) -> Ref? {
    guard let value else { return raise(BtExc_TypeError, "UnicodeError '\(name)' attribute is not set") }
    guard bytes ? isBytes(value) : isStr(value) else {
        return raise(
            BtExc_TypeError,
            "UnicodeError '\(name)' attribute must be a \(bytes ? "bytes" : "string"), not \(typeName(value))")
    }
    return newReference(value)
}

/// The number of characters or bytes of the object; nil: an exception is set.
private func length(_ fields: UnicodeErrorFields, bytes: Bool) -> Int? {
    guard let object = attribute(fields.pointee.object, "object", bytes: bytes) else { return nil }
    defer { Bt_DECREF_(object) }
    return bytes ? BtBytes_Size(object) : BtUnicode_GetLength(object)
}

/// The start, within the object.
private func getStart(_ object: Ref?, _ type: Ref, _ result: UnsafeMutablePointer<Int>?, bytes: Bool) -> CInt {
    guard let fields = fields(object, type), let length = length(fields, bytes: bytes) else { return -1 }
    result?.pointee = max(0, min(fields.pointee.start, length == 0 ? 0 : length - 1))
    return 0
}

/// The end, behind the first item and within the object.
private func getEnd(_ object: Ref?, _ type: Ref, _ result: UnsafeMutablePointer<Int>?, bytes: Bool) -> CInt {
    guard let fields = fields(object, type), let length = length(fields, bytes: bytes) else { return -1 }
    result?.pointee = min(max(fields.pointee.end, 1), length)
    return 0
}

private func setReason(_ object: Ref?, _ type: Ref, _ reason: UnsafePointer<CChar>?) -> CInt {
    guard let fields = fields(object, type) else { return -1 }
    guard let reason else { return badInternalCallStatus() }
    guard let text = BtUnicode_FromString(reason) else { return -1 }
    release(exchange(&fields.pointee.reason, text))
    return 0
}

private func set(_ object: Ref?, _ type: Ref, _ path: (UnicodeErrorFields) -> Void) -> CInt {
    guard let fields = fields(object, type) else { return -1 }
    path(fields)
    return 0
}

@c @implementation
public func BtUnicodeEncodeError_GetEncoding(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeEncodeError).flatMap { attribute($0.pointee.encoding, "encoding") }
}

@c @implementation
public func BtUnicodeEncodeError_GetObject(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeEncodeError).flatMap { attribute($0.pointee.object, "object") }
}

@c @implementation
public func BtUnicodeEncodeError_GetReason(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeEncodeError).flatMap { attribute($0.pointee.reason, "reason") }
}

@c @implementation
public func BtUnicodeEncodeError_SetReason(_ self: Ref!, _ reason: UnsafePointer<CChar>!) -> CInt {
    setReason(self, BtExc_UnicodeEncodeError, reason)
}

@c @implementation
public func BtUnicodeEncodeError_GetStart(_ self: Ref!, _ start: UnsafeMutablePointer<Int>!) -> CInt {
    getStart(self, BtExc_UnicodeEncodeError, start, bytes: false)
}

@c @implementation
public func BtUnicodeEncodeError_SetStart(_ self: Ref!, _ start: Int) -> CInt {
    set(self, BtExc_UnicodeEncodeError) { $0.pointee.start = start }
}

@c @implementation
public func BtUnicodeEncodeError_GetEnd(_ self: Ref!, _ end: UnsafeMutablePointer<Int>!) -> CInt {
    getEnd(self, BtExc_UnicodeEncodeError, end, bytes: false)
}

@c @implementation
public func BtUnicodeEncodeError_SetEnd(_ self: Ref!, _ end: Int) -> CInt {
    set(self, BtExc_UnicodeEncodeError) { $0.pointee.end = end }
}

@c @implementation
public func BtUnicodeDecodeError_GetEncoding(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeDecodeError).flatMap { attribute($0.pointee.encoding, "encoding") }
}

@c @implementation
public func BtUnicodeDecodeError_GetObject(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeDecodeError).flatMap { attribute($0.pointee.object, "object", bytes: true) }
}

@c @implementation
public func BtUnicodeDecodeError_GetReason(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeDecodeError).flatMap { attribute($0.pointee.reason, "reason") }
}

@c @implementation
public func BtUnicodeDecodeError_SetReason(_ self: Ref!, _ reason: UnsafePointer<CChar>!) -> CInt {
    setReason(self, BtExc_UnicodeDecodeError, reason)
}

@c @implementation
public func BtUnicodeDecodeError_GetStart(_ self: Ref!, _ start: UnsafeMutablePointer<Int>!) -> CInt {
    getStart(self, BtExc_UnicodeDecodeError, start, bytes: true)
}

@c @implementation
public func BtUnicodeDecodeError_SetStart(_ self: Ref!, _ start: Int) -> CInt {
    set(self, BtExc_UnicodeDecodeError) { $0.pointee.start = start }
}

@c @implementation
public func BtUnicodeDecodeError_GetEnd(_ self: Ref!, _ end: UnsafeMutablePointer<Int>!) -> CInt {
    getEnd(self, BtExc_UnicodeDecodeError, end, bytes: true)
}

@c @implementation
public func BtUnicodeDecodeError_SetEnd(_ self: Ref!, _ end: Int) -> CInt {
    set(self, BtExc_UnicodeDecodeError) { $0.pointee.end = end }
}

@c @implementation
public func BtUnicodeTranslateError_GetObject(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeTranslateError).flatMap { attribute($0.pointee.object, "object") }
}

@c @implementation
public func BtUnicodeTranslateError_GetReason(_ self: Ref!) -> Ref! {
    fields(self, BtExc_UnicodeTranslateError).flatMap { attribute($0.pointee.reason, "reason") }
}

@c @implementation
public func BtUnicodeTranslateError_SetReason(_ self: Ref!, _ reason: UnsafePointer<CChar>!) -> CInt {
    setReason(self, BtExc_UnicodeTranslateError, reason)
}

@c @implementation
public func BtUnicodeTranslateError_GetStart(_ self: Ref!, _ start: UnsafeMutablePointer<Int>!) -> CInt {
    getStart(self, BtExc_UnicodeTranslateError, start, bytes: false)
}

@c @implementation
public func BtUnicodeTranslateError_SetStart(_ self: Ref!, _ start: Int) -> CInt {
    set(self, BtExc_UnicodeTranslateError) { $0.pointee.start = start }
}

@c @implementation
public func BtUnicodeTranslateError_GetEnd(_ self: Ref!, _ end: UnsafeMutablePointer<Int>!) -> CInt {
    getEnd(self, BtExc_UnicodeTranslateError, end, bytes: false)
}

@c @implementation
public func BtUnicodeTranslateError_SetEnd(_ self: Ref!, _ end: Int) -> CInt {
    set(self, BtExc_UnicodeTranslateError) { $0.pointee.end = end }
}
