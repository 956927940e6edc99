internal import CBaton
internal import CBaton.Host

// generator: the object. How it runs stands in Interpreter/Generators.swift.

func setUpGenerator() {
    let type = BtGen_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtGeneratorObject>.size
    type.pointee.tp_itemsize = MemoryLayout<Register>.stride
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_weaklistoffset = MemoryLayout<BtGeneratorObject>.offset(of: \.weakrefs)!
    type.pointee.tp_dealloc = { generatorDealloc($0!) }
    type.pointee.tp_finalize = { finalizeGenerator($0!.generator) }
    type.pointee.tp_traverse = { generatorTraverse($0!.generator, $1, $2) }
    type.pointee.tp_clear = { object in
        // One that was suspended has been closed by its finalizer; one that never ran has nothing to finish.
        if object!.generator.pointee.state != BT_GENERATOR_RUNNING { discard(object!.generator) }
        return 0
    }
    type.pointee.tp_repr = { object in
        makeString(
            "<generator object \(swiftString(object!.generator.pointee.qualified_name)) at \(address(of: object!))>")
    }
    type.pointee.tp_iter = { newReference($0!) }
    type.pointee.tp_iternext = { generatorIterate($0!.generator) }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    var async = BtAsyncMethods()
    async.am_send = { generatorSend($0!.generator, $1!, &$2!.pointee) }
    type.pointee.tp_as_async = permanent(async)
    type.pointee.tp_methods = methodTable([
        method("send", BT_METH_O) { generatorSendMethod($0!.generator, $1!) },
        fastMethod("throw") { throwMethod($0!.generator, $1, $2) },
        method("close", BT_METH_NOARGS) { object, _ in generatorClose(object!.generator) },
    ])
    type.pointee.tp_getset = getsetTable([
        getset(
            "__name__", get: { object, _ in newReference(object!.generator.pointee.name) },
            set: { object, value, _ in setName(&object!.generator.pointee.name, value, "__name__") }),
        getset(
            "__qualname__", get: { object, _ in newReference(object!.generator.pointee.qualified_name) },
            set: { object, value, _ in setName(&object!.generator.pointee.qualified_name, value, "__qualname__") }),
        getset(
            "gi_running", get: { object, _ in boolRef(object!.generator.pointee.state == BT_GENERATOR_RUNNING) }),
        getset(
            "gi_suspended", get: { object, _ in boolRef(object!.generator.pointee.state == BT_GENERATOR_SUSPENDED) }),
        getset("gi_code", get: { object, _ in newReference(object!.generator.pointee.code.ref) }),
        getset("gi_frame", get: { object, _ in frameOfGenerator(object!.generator) }),
        getset("gi_yieldfrom", get: { object, _ in newReference(delegateOf(object!.generator) ?? noneRef) }),
    ])
}

private func setName(_ field: inout Ref?, _ value: Ref?, _ name: String) -> CInt {
    guard let value, isStr(value) else {
        return raiseStatus(BtExc_TypeError, "\(name) must be set to a string object")
    }
    release(exchange(&field, newReference(value)))
    return 0
}

/// throw(exception) and throw(type[, value[, traceback]]).
private func throwMethod(_ generator: GeneratorRef, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional("throw", count, 1, 3) != 0, let args else { return nil }
    let (kind, value) = (args[0]!, count > 1 ? args[1] : nil)
    if count > 1 {
        let status = BtErr_WarnEx(
            BtExc_DeprecationWarning,
            "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1)
        if status < 0 { return nil }
    }
    let traceback = count > 2 ? args[2] : nil
    if let traceback, !isNone(traceback), traceback.type != BtTraceBack_Type_() {
        return raise(BtExc_TypeError, "throw() third argument must be a traceback object")
    }
    let exception: Ref
    if isExceptionClass(kind) {
        if let value, isException(value), BtType_IsSubtype(value.type, asType(kind)) != 0 {
            exception = newReference(value)
        } else {
            guard let made = makeException(kind, value) else { return nil }
            exception = made
        }
    } else if isException(kind) {
        if let value, !isNone(value) {
            return raise(BtExc_TypeError, "instance exception may not have a separate value")
        }
        exception = newReference(kind)
    } else {
        return raise(
            BtExc_TypeError,
            "exceptions must be classes or instances deriving from BaseException, not \(typeName(kind))")
    }
    defer { Bt_DECREF_(exception) }
    if let traceback, !isNone(traceback) { _ = BtException_SetTraceback(exception, traceback) }
    return generatorThrow(generator, exception, given: count == 1 ? kind : nil)
}

/// A generator that is let go of in the middle is closed: its `finally` blocks run.
private func finalizeGenerator(_ generator: GeneratorRef) {
    guard generator.pointee.state == BT_GENERATOR_SUSPENDED else { return }
    let error = BtErr_GetRaisedException()
    if let result = generatorClose(generator) {
        Bt_DECREF_(result)
    } else if errorOccurred() {
        BtErr_WriteUnraisable(generator.ref)
    }
    BtErr_SetRaisedException(error)
}

private func generatorDealloc(_ object: Ref) {
    let generator = object.generator
    if _bt_trash_begin(object) != 0 { return }
    defer { _bt_trash_end() }
    if generator.pointee.state == BT_GENERATOR_SUSPENDED, BtObject_CallFinalizerFromDealloc(object) < 0 {
        return track(object)
    }
    BtObject_GC_UnTrack(object)
    if generator.pointee.weakrefs != nil { BtObject_ClearWeakRefs(object) }
    discard(generator)
    release(generator.pointee.name)
    release(generator.pointee.qualified_name)
    Bt_DECREF_(generator.pointee.code.ref)
    freeObject(object)
}

private func generatorTraverse(
    _ generator: GeneratorRef, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?
) -> CInt {
    var fields = FieldVisit(visit, context)
    fields.visit(generator.pointee.function?.ref)
    fields.visit(generator.pointee.code?.ref)
    fields.visit(generator.pointee.frame?.ref)
    fields.visit(generator.pointee.handled)
    fields.visit(generator.pointee.outer)
    fields.visit(generator.pointee.name)
    fields.visit(generator.pointee.qualified_name)
    fields.visit(registers: _bt_generator_registers(generator)!, count: generator.pointee.ob_base.ob_size)
    var sent = generator.pointee.sent
    fields.visit(registers: &sent, count: 1)
    return fields.status
}
