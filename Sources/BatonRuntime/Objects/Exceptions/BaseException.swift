internal import CBaton

// Exception objects: making, freeing, and what is common to all. Fields are guarded by: attached; in the free-threaded
// mode by the object's critical section, which the public functions and the attribute functions take.

typealias BaseException = UnsafeMutablePointer<BtBaseExceptionObject>

extension Ref {
    /// The head that every exception begins with.
    @inline(__always)
    var exception: BaseException { self.as(BtBaseExceptionObject.self) }
}

/// tp_new of BaseException: the object with its arguments, all else zero.
func baseExceptionNew(_ type: TypeRef, _ args: Ref?) -> Ref? {
    let arguments = args.map(newReference) ?? emptyTuple
    guard let object = type.pointee.tp_alloc(type, 0) else {
        Bt_DECREF_(arguments)
        return nil
    }
    object.exception.pointee.args = arguments
    return object
}

/// tp_init of BaseException: keywords are refused, the arguments become `args`.
func baseExceptionInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    guard refuseKeywords(object.type, kwargs) else { return -1 }
    setArguments(object, args)
    return 0
}

/// Whether there are no keyword arguments; else TypeError is set.
func refuseKeywords(_ type: TypeRef, _ kwargs: Ref?) -> Bool {
    guard let kwargs, BtDict_GET_SIZE_(kwargs) > 0 else { return true }
    return raiseStatus(BtExc_TypeError, "\(typeName(of: type))() takes no keyword arguments") == 0
}

func setArguments(_ object: Ref, _ args: Ref) {
    release(exchange(&object.exception.pointee.args, newReference(args)))
}

/// Set the context. Takes the reference.
func setContext(_ object: Ref, _ context: Ref?) {
    release(exchange(&object.exception.pointee.context, context))
}

/// Whether calling the class does what BaseException does and nothing else.
func hasPlainConstructor(_ type: Ref) -> Bool {
    func bits<Function>(_ function: Function) -> UInt {
        // SAFETY: because an optional C function pointer is one word, and the word is compared only.
        unsafeBitCast(function, to: UInt.self)
    }
    let type = asType(type).pointee
    return bits(type.tp_new) == bits(_bt_exc_BaseException.tp_new)
        && bits(type.tp_init) == bits(_bt_exc_BaseException.tp_init)
        && bits(asType(type.ob_base.ob_base.ob_type.ref).pointee.tp_call) == bits(BtType_Type.tp_call)
}

/// What a call of a class with a plain constructor gives, without the call.
func makePlainException(_ type: Ref, _ value: Ref) -> Ref? {
    if isTuple(value) { return baseExceptionNew(asType(type), value) }
    guard let args = BtTuple_New(1) else { return nil }
    BtTuple_SET_ITEM_(args, 0, newReference(value))
    let made = baseExceptionNew(asType(type), args)
    Bt_DECREF_(args)
    return made
}

/// Drop the references of the head: the part of tp_clear that every exception type calls.
func clearExceptionHead(_ object: Ref) {
    let head = object.exception
    release(exchange(&head.pointee.dict, nil))
    release(exchange(&head.pointee.args, nil))
    release(exchange(&head.pointee.notes, nil))
    release(exchange(&head.pointee.traceback, nil))
    release(exchange(&head.pointee.cause, nil))
    release(exchange(&head.pointee.context, nil))
}

/// Visit the references of the head: the part of tp_traverse that every exception type calls.
func traverseExceptionHead(_ object: Ref, _ visit: visitproc, _ context: UnsafeMutableRawPointer?) -> CInt {
    let head = object.exception.pointee
    for reference in [head.dict, head.args, head.notes, head.traceback, head.cause, head.context] {
        if let reference {
            let stop = visit(reference, context)
            if stop != 0 { return stop }
        }
    }
    return 0
}

/// tp_dealloc of every exception type. A long chain of contexts and causes is freed without deep recursion. A heap type
/// calls it for the part that is built in, and has then put off deep frees itself.
func deallocException(_ object: Ref) {
    var type = object.type
    let isHeapType = type.pointee.tp_flags & UInt(BT_TPFLAGS_HEAPTYPE) != 0
    while type.pointee.tp_flags & UInt(BT_TPFLAGS_HEAPTYPE) != 0, let base = type.pointee.tp_base { type = base }
    BtObject_GC_UnTrack(object)
    if !isHeapType, _bt_trash_begin(object) != 0 { return }
    _ = type.pointee.tp_clear?(object)
    object.type.pointee.tp_free(object)
    if !isHeapType { _bt_trash_end() }
}

/// `str(exception)`: nothing, the one argument's, or that of all arguments.
func baseExceptionStr(_ object: Ref) -> Ref? {
    guard let args = object.exception.pointee.args else { return makeString("") }
    switch BtTuple_GET_SIZE_(args) {
    case 0: return makeString("")
    case 1: return strOfFirst(args)
    default: return withReference(args) { BtObject_Str($0) }
    }
}

/// `repr(exception)`: the name of the class and the arguments, as they would be written in a call.
func baseExceptionRepr(_ object: Ref) -> Ref? {
    writeText { writer in
        guard BtUnicodeWriter_WriteUTF8(writer, _BtType_Name(object.type), -1) >= 0 else { return false }
        guard let args = object.exception.pointee.args else {
            return BtUnicodeWriter_WriteUTF8(writer, "()", -1) >= 0
        }
        Bt_INCREF_(args)
        defer { Bt_DECREF_(args) }
        guard BtTuple_GET_SIZE_(args) == 1 else { return BtUnicodeWriter_WriteRepr(writer, args) >= 0 }
        return BtUnicodeWriter_WriteUTF8(writer, "(", -1) >= 0
            && BtUnicodeWriter_WriteRepr(writer, BtTuple_GET_ITEM_(args, 0)) >= 0
            && BtUnicodeWriter_WriteUTF8(writer, ")", -1) >= 0
    }
}

private func strOfFirst(_ args: Ref) -> Ref? {
    withReference(args) { BtObject_Str(BtTuple_GET_ITEM_($0, 0)) }
}

/// Keep an object alive while `body` runs, which may run any code (R6).
func withReference<Result>(_ object: Ref, _ body: (Ref) -> Result) -> Result {
    Bt_INCREF_(object)
    defer { Bt_DECREF_(object) }
    return body(object)
}

/// Make a str piece by piece; `body` says whether all went well.
func writeText(_ body: (OpaquePointer) -> Bool) -> Ref? {
    guard let writer = BtUnicodeWriter_Create(0) else { return nil }
    guard body(writer) else {
        BtUnicodeWriter_Discard(writer)
        return nil
    }
    return BtUnicodeWriter_Finish(writer)
}
