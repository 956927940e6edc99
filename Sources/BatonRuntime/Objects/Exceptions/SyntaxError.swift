internal import CBaton

// SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset])).

private typealias Fields = UnsafeMutablePointer<BtSyntaxErrorObject>

extension ExceptionKind {
    static var syntaxError: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtSyntaxErrorObject>.size,
            initialize: { object, args, kwargs in initializeSyntaxError(object!, args!, kwargs) },
            clear: { object in
                let fields = object!.as(BtSyntaxErrorObject.self)
                release(exchange(&fields.pointee.msg, nil))
                release(exchange(&fields.pointee.filename, nil))
                release(exchange(&fields.pointee.lineno, nil))
                release(exchange(&fields.pointee.offset, nil))
                release(exchange(&fields.pointee.end_lineno, nil))
                release(exchange(&fields.pointee.end_offset, nil))
                release(exchange(&fields.pointee.text, nil))
                release(exchange(&fields.pointee.print_file_and_line, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let fields = object!.as(BtSyntaxErrorObject.self).pointee
                let stop = visit(
                    fields.msg, fields.filename, fields.lineno, fields.offset, fields.end_lineno, fields.end_offset,
                    fields.text, fields.print_file_and_line, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            str: { object in syntaxErrorStr(object!.as(BtSyntaxErrorObject.self)) },
            members: [
                objectMember("msg", \BtSyntaxErrorObject.msg), objectMember("filename", \BtSyntaxErrorObject.filename),
                objectMember("lineno", \BtSyntaxErrorObject.lineno),
                objectMember("offset", \BtSyntaxErrorObject.offset), objectMember("text", \BtSyntaxErrorObject.text),
                objectMember("end_lineno", \BtSyntaxErrorObject.end_lineno),
                objectMember("end_offset", \BtSyntaxErrorObject.end_offset),
                objectMember("print_file_and_line", \BtSyntaxErrorObject.print_file_and_line),
            ])
    }
}

private func initializeSyntaxError(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    guard baseExceptionInit(object, args, kwargs) == 0 else { return -1 }
    let fields = object.as(BtSyntaxErrorObject.self)
    let count = BtTuple_GET_SIZE_(args)
    if count >= 1 { store(&fields.pointee.msg, argument(args, 0)) }
    guard count == 2 else { return 0 }
    guard let details = BtSequence_Tuple(argument(args, 1)) else { return -1 }
    defer { Bt_DECREF_(details) }
    let given = BtTuple_GET_SIZE_(details)
    guard given >= 4 else {
        return raiseStatus(BtExc_TypeError, "function takes at least 4 arguments (\(given) given)")
    }
    guard given <= 6 else {
        return raiseStatus(BtExc_TypeError, "function takes at most 6 arguments (\(given) given)")
    }
    store(&fields.pointee.filename, argument(details, 0))
    store(&fields.pointee.lineno, argument(details, 1))
    store(&fields.pointee.offset, argument(details, 2))
    store(&fields.pointee.text, argument(details, 3))
    store(&fields.pointee.end_lineno, given > 4 ? argument(details, 4) : nil)
    store(&fields.pointee.end_offset, given > 5 ? argument(details, 5) : nil)
    guard given != 5 else {
        return raiseStatus(BtExc_TypeError, "end_offset must be provided when end_lineno is provided")
    }
    return 0
}

/// The message, with the last part of the file name and the line where they are known.
private func syntaxErrorStr(_ fields: Fields) -> Ref? {
    let filename = fields.pointee.filename.flatMap { isStr($0) ? baseName(swiftString($0)) : nil }
    let line = fields.pointee.lineno.flatMap { $0.type == BtLong_Type_() ? $0 : nil }
    let place: String?
    switch (filename, line) {
    case (nil, nil): place = nil
    case (let name?, nil): place = " (\(name))"
    case (nil, let line?): place = " (line \(reprText(line)))"
    case (let name?, let line?): place = " (\(name), line \(reprText(line)))"
    }
    return withReference(fields.pointee.msg ?? noneRef) { msg in
        guard let place else { return BtObject_Str(msg) }
        return writeText { writer in
            BtUnicodeWriter_WriteStr(writer, msg) >= 0 && BtUnicodeWriter_WriteUTF8(writer, place, -1) >= 0
        }
    }
}

private func baseName(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}
