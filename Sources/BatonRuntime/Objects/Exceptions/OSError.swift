internal import CBaton
internal import Glibc

// OSError(errno, strerror[, filename[, winerror[, filename2]]]): the class follows the number.

extension ExceptionKind {
    static var osError: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtOSErrorObject>.size,
            new: { type, args, kwargs in makeOSError(type!, args!, kwargs) },
            initialize: { object, args, kwargs in
                guard parsesInInit(object!.type) else { return 0 }
                guard refuseKeywords(object!.type, kwargs), let parts = OSErrorParts(args!) else { return -1 }
                return parts.fill(object!, args!) ? 0 : -1
            },
            clear: { object in
                let fields = object!.as(BtOSErrorObject.self)
                release(exchange(&fields.pointee.myerrno, nil))
                release(exchange(&fields.pointee.strerror, nil))
                release(exchange(&fields.pointee.filename, nil))
                release(exchange(&fields.pointee.filename2, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let fields = object!.as(BtOSErrorObject.self).pointee
                let stop = visit(
                    fields.myerrno, fields.strerror, fields.filename, fields.filename2, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            str: { object in osErrorStr(object!) },
            members: [
                objectMember("errno", \BtOSErrorObject.myerrno), objectMember("strerror", \BtOSErrorObject.strerror),
                objectMember("filename", \BtOSErrorObject.filename),
                objectMember("filename2", \BtOSErrorObject.filename2),
            ],
            getsets: [
                getset(
                    "characters_written", get: { object, _ in getWritten(object!) },
                    set: { object, value, _ in setWritten(object!, value) })
            ],
            methods: [method("__reduce__", BT_METH_NOARGS) { object, _ in reduceOSError(object!) }])
    }
}

/// The class for an error number, or nil for OSError itself.
private func osErrorClass(_ number: Int) -> Ref? {
    switch CInt(truncatingIfNeeded: number) {
    case EAGAIN, EALREADY, EINPROGRESS: BtExc_BlockingIOError
    case EPIPE, ESHUTDOWN: BtExc_BrokenPipeError
    case ECHILD: BtExc_ChildProcessError
    case ECONNABORTED: BtExc_ConnectionAbortedError
    case ECONNREFUSED: BtExc_ConnectionRefusedError
    case ECONNRESET: BtExc_ConnectionResetError
    case EEXIST: BtExc_FileExistsError
    case ENOENT: BtExc_FileNotFoundError
    case EISDIR: BtExc_IsADirectoryError
    case ENOTDIR: BtExc_NotADirectoryError
    case EINTR: BtExc_InterruptedError
    case EACCES, EPERM: BtExc_PermissionError
    case ESRCH: BtExc_ProcessLookupError
    case ETIMEDOUT: BtExc_TimeoutError
    default: nil
    }
}

/// Whether the fields are filled by `__init__`: a class that overrides it but not `__new__` may pass other arguments on.
private func parsesInInit(_ type: TypeRef) -> Bool {
    func bits<Function>(_ function: Function) -> UInt {
        // SAFETY: because an optional C function pointer is one word, and the word is compared only.
        unsafeBitCast(function, to: UInt.self)
    }
    return bits(type.pointee.tp_init) != bits(_bt_exc_OSError.tp_init)
        && bits(type.pointee.tp_new) == bits(_bt_exc_OSError.tp_new)
}

private func makeOSError(_ asked: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    var type = asked
    guard !parsesInInit(asked) else {
        guard let object = baseExceptionNew(type, nil) else { return nil }
        object.as(BtOSErrorObject.self).pointee.written = -1
        return object
    }
    guard refuseKeywords(asked, kwargs), let parts = OSErrorParts(args) else { return nil }
    if asked == _bt_exc_OSError_(), let number = parts.number, let better = osErrorClass(number) {
        type = asType(better)
    }
    guard let object = baseExceptionNew(type, args) else { return nil }
    object.as(BtOSErrorObject.self).pointee.written = -1
    guard parts.fill(object, args) else {
        Bt_DECREF_(object)
        return nil
    }
    return object
}

/// The arguments by meaning, borrowed. Fewer than two or more than five mean nothing.
private struct OSErrorParts {
    var errno: Ref?
    var strerror: Ref?
    var filename: Ref?
    var filename2: Ref?
    var number: Int?

    /// Nil: an exception is set.
    init?(_ args: Ref) {
        let count = BtTuple_GET_SIZE_(args)
        guard (2...5).contains(count) else { return }
        errno = argument(args, 0)
        strerror = argument(args, 1)
        if count > 2 { filename = argument(args, 2) }
        if count > 4 { filename2 = argument(args, 4) }
        if let errno, isInt(errno) {
            var overflow: CInt = 0
            number = BtLong_AsLongAndOverflow(errno, &overflow)
            if overflow != 0 { number = nil }
        }
    }

    /// Fill the fields. With a file name `args` keeps the first two arguments, as Python's does.
    func fill(_ object: Ref, _ args: Ref) -> Bool {
        let fields = object.as(BtOSErrorObject.self)
        var kept = newReference(args)
        defer { Bt_DECREF_(kept) }
        if let filename, !isNone(filename) {
            if object.type == _bt_exc_BlockingIOError_(), BtIndex_Check(filename) != 0 {
                fields.pointee.written = BtNumber_AsSsize_t(filename, BtExc_ValueError)
                if fields.pointee.written == -1, errorOccurred() { return false }
            } else {
                store(&fields.pointee.filename, filename)
                if let filename2, !isNone(filename2) { store(&fields.pointee.filename2, filename2) }
                guard let two = BtTuple_GetSlice(args, 0, 2) else { return false }
                Bt_DECREF_(kept)
                kept = two
            }
        }
        store(&fields.pointee.myerrno, errno)
        store(&fields.pointee.strerror, strerror)
        setArguments(object, kept)
        return true
    }
}

/// `[Errno 2] No such file or directory: 'a' -> 'b'`, as far as the parts are known.
private func osErrorStr(_ object: Ref) -> Ref? {
    let fields = object.as(BtOSErrorObject.self).pointee
    guard fields.filename != nil || (fields.myerrno != nil && fields.strerror != nil) else {
        return baseExceptionStr(object)
    }
    // Kept alive: the parts' own code runs (R6).
    let parts = [fields.myerrno, fields.strerror, fields.filename, fields.filename2]
    for case let part? in parts { Bt_INCREF_(part) }
    defer { for part in parts { release(part) } }
    return writeText { writer in
        guard BtUnicodeWriter_WriteUTF8(writer, "[Errno ", -1) >= 0,
            BtUnicodeWriter_WriteStr(writer, fields.myerrno ?? noneRef) >= 0,
            BtUnicodeWriter_WriteUTF8(writer, "] ", -1) >= 0,
            BtUnicodeWriter_WriteStr(writer, fields.strerror ?? noneRef) >= 0
        else { return false }
        guard let filename = fields.filename else { return true }
        guard BtUnicodeWriter_WriteUTF8(writer, ": ", -1) >= 0, BtUnicodeWriter_WriteRepr(writer, filename) >= 0
        else { return false }
        guard let filename2 = fields.filename2 else { return true }
        return BtUnicodeWriter_WriteUTF8(writer, " -> ", -1) >= 0
            && BtUnicodeWriter_WriteRepr(writer, filename2) >= 0
    }
}

private func getWritten(_ object: Ref) -> Ref? {
    let written = object.as(BtOSErrorObject.self).pointee.written
    guard written != -1 else { return raise(BtExc_AttributeError, "characters_written") }
    return BtLong_FromSsize_t(written)
}

private func setWritten(_ object: Ref, _ value: Ref?) -> CInt {
    let fields = object.as(BtOSErrorObject.self)
    guard let value else {
        guard fields.pointee.written != -1 else { return raiseStatus(BtExc_AttributeError, "characters_written") }
        fields.pointee.written = -1
        return 0
    }
    let written = BtNumber_AsSsize_t(value, BtExc_ValueError)
    if written == -1, errorOccurred() { return -1 }
    fields.pointee.written = written
    return 0
}

/// (class, (errno, strerror, filename[, None, filename2])[, __dict__]).
private func reduceOSError(_ object: Ref) -> Ref? {
    let fields = object.as(BtOSErrorObject.self).pointee
    guard let args = fields.args, BtTuple_GET_SIZE_(args) == 2, let filename = fields.filename else {
        return makeReduced(object, object.exception.pointee.args ?? noneRef)
    }
    guard let full = BtTuple_New(fields.filename2 == nil ? 3 : 5) else { return nil }
    defer { Bt_DECREF_(full) }
    BtTuple_SET_ITEM_(full, 0, newReference(argument(args, 0)))
    BtTuple_SET_ITEM_(full, 1, newReference(argument(args, 1)))
    BtTuple_SET_ITEM_(full, 2, newReference(filename))
    if let filename2 = fields.filename2 {
        BtTuple_SET_ITEM_(full, 3, noneRef)
        BtTuple_SET_ITEM_(full, 4, newReference(filename2))
    }
    return makeReduced(object, full)
}
