internal import CBaton

// UnicodeEncodeError, UnicodeDecodeError (encoding, object, start, end, reason) and UnicodeTranslateError (object, start,
// end, reason).

typealias UnicodeErrorFields = UnsafeMutablePointer<BtUnicodeErrorObject>

extension ExceptionKind {
    static var unicodeEncodeError: ExceptionKind {
        var kind = unicodeError
        kind.initialize = { object, args, kwargs in
            fillUnicodeError(
                object!, args!, kwargs, withEncoding: true, of: { isStr($0) ? newReference($0) : nil }, "str")
        }
        kind.str = { object in unicodeErrorStr(object!) { encodeErrorText($0, "can't encode") } }
        return kind
    }

    static var unicodeDecodeError: ExceptionKind {
        var kind = unicodeError
        kind.initialize = { object, args, kwargs in
            fillUnicodeError(
                object!, args!, kwargs, withEncoding: true,
                of: { isBytes($0) ? newReference($0) : BtObject_CheckBuffer($0) != 0 ? BtBytes_FromObject($0) : nil },
                "a bytes-like object")
        }
        kind.str = { object in unicodeErrorStr(object!, decodeErrorText) }
        return kind
    }

    static var unicodeTranslateError: ExceptionKind {
        var kind = unicodeError
        kind.initialize = { object, args, kwargs in
            fillUnicodeError(
                object!, args!, kwargs, withEncoding: false, of: { isStr($0) ? newReference($0) : nil }, "str")
        }
        kind.str = { object in unicodeErrorStr(object!) { encodeErrorText($0, "can't translate") } }
        return kind
    }

    private static var unicodeError: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtUnicodeErrorObject>.size,
            clear: { object in
                let fields = object!.as(BtUnicodeErrorObject.self)
                release(exchange(&fields.pointee.encoding, nil))
                release(exchange(&fields.pointee.object, nil))
                release(exchange(&fields.pointee.reason, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let fields = object!.as(BtUnicodeErrorObject.self).pointee
                let stop = visit(fields.encoding, fields.object, fields.reason, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            members: [
                objectMember("encoding", \BtUnicodeErrorObject.encoding),
                objectMember("object", \BtUnicodeErrorObject.object),
                member(
                    "start", BT_T_PYSSIZET, offset: MemoryLayout<BtUnicodeErrorObject>.offset(of: \.start)!, flags: 0),
                member("end", BT_T_PYSSIZET, offset: MemoryLayout<BtUnicodeErrorObject>.offset(of: \.end)!, flags: 0),
                objectMember("reason", \BtUnicodeErrorObject.reason),
            ])
    }
}

/// `convert` gives a new reference to what the object is kept as; nil: of the wrong type, or an exception is set.
private func fillUnicodeError(
    _ object: Ref, _ args: Ref, _ kwargs: Ref?, withEncoding: Bool, of convert: (Ref) -> Ref?, _ kind: String
) -> CInt {
    guard baseExceptionInit(object, args, kwargs) == 0 else { return -1 }
    let expected = withEncoding ? 5 : 4
    let count = BtTuple_GET_SIZE_(args)
    guard count == expected else {
        return raiseStatus(BtExc_TypeError, "function takes exactly \(expected) arguments (\(count) given)")
    }
    let first = withEncoding ? 1 : 0
    let encoding = withEncoding ? argument(args, 0) : nil
    let reason = argument(args, expected - 1)
    if let encoding, !isStr(encoding) { return wrongArgument(1, "str", encoding) }
    guard let content = convert(argument(args, first)) else {
        if errorOccurred() { return -1 }
        return kind == "str"
            ? wrongArgument(first + 1, kind, argument(args, first))
            : raiseStatus(BtExc_TypeError, "\(kind) is required, not '\(typeName(argument(args, first)))'")
    }
    defer { Bt_DECREF_(content) }
    let start = BtNumber_AsSsize_t(argument(args, first + 1), BtExc_OverflowError)
    if start == -1, errorOccurred() { return -1 }
    let end = BtNumber_AsSsize_t(argument(args, first + 2), BtExc_OverflowError)
    if end == -1, errorOccurred() { return -1 }
    guard isStr(reason) else { return wrongArgument(expected, "str", reason) }
    let fields = object.as(BtUnicodeErrorObject.self)
    fields.pointee.start = start
    fields.pointee.end = end
    store(&fields.pointee.encoding, encoding)
    store(&fields.pointee.object, content)
    store(&fields.pointee.reason, reason)
    return 0
}

private func wrongArgument(_ position: Int, _ expected: String, _ given: Ref) -> CInt {
    let name = isNone(given) ? "None" : typeName(given)
    return raiseStatus(BtExc_TypeError, "argument \(position) must be \(expected), not \(name)")
}

/// The text, or "" for an object whose `__init__` has not run.
private func unicodeErrorStr(_ object: Ref, _ text: (UnicodeErrorFields) -> String) -> Ref? {
    let fields = object.as(BtUnicodeErrorObject.self)
    guard fields.pointee.object != nil else { return makeString("") }
    return makeString(text(fields))
}

private func encodeErrorText(_ fields: UnicodeErrorFields, _ verb: String) -> String {
    let codec = codecText(fields)
    let reason = fields.pointee.reason.map { strText($0) } ?? "None"
    let start = fields.pointee.start
    let end = fields.pointee.end
    guard end == start + 1, let object = fields.pointee.object, isStr(object), start >= 0,
        start < BtUnicode_GetLength(object)
    else { return "\(codec)\(verb) characters in position \(start)-\(end - 1): \(reason)" }
    let character = BtUnicode_ReadChar(object, start)
    let (prefix, width) = character <= 0xFF ? ("x", 2) : character <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\(codec)\(verb) character '\\\(prefix)\(hex(UInt(character), width))' in position \(start): \(reason)"
}

private func decodeErrorText(_ fields: UnicodeErrorFields) -> String {
    let codec = codecText(fields)
    let reason = fields.pointee.reason.map { strText($0) } ?? "None"
    let start = fields.pointee.start
    let end = fields.pointee.end
    guard end == start + 1, let object = fields.pointee.object, isBytes(object), start >= 0,
        start < BtBytes_Size(object),
        let bytes = BtBytes_AsString(object)
    else { return "\(codec)can't decode bytes in position \(start)-\(end - 1): \(reason)" }
    let byte = UInt(UInt8(bitPattern: bytes[start]))
    return "\(codec)can't decode byte 0x\(hex(byte, 2)) in position \(start): \(reason)"
}

private func codecText(_ fields: UnicodeErrorFields) -> String {
    fields.pointee.encoding.map { "'\(strText($0))' codec " } ?? ""
}

private func hex(_ value: UInt, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
