internal import CBaton
internal import CBaton.Host

// frame: a running, suspended or ended call as scripts see it. Made when somebody asks.

typealias FrameObjectRef = UnsafeMutablePointer<BtFrameObject>

/// The object of a running frame, borrowed; nil with MemoryError set.
func frameObject(_ frame: Frame) -> Ref? {
    if let object = frame.pointee.object { return object.ref }
    guard let object = makeFrameObject(frame.pointee.function, frame.pointee.code, frame.pointee.names) else {
        return nil
    }
    object.pointee.frame = frame
    frame.pointee.object = object
    return object.ref
}

/// The object of a generator's frame, a new reference; None when it has ended.
func frameOfGenerator(_ generator: GeneratorRef) -> Ref? {
    switch generator.pointee.state {
    case BT_GENERATOR_FINISHED: return noneRef
    case BT_GENERATOR_RUNNING:
        var frame = attachedState("gi_frame").frame
        while let current = frame {
            if current.pointee.generator == generator { return frameObject(current).map(newReference) }
            frame = current.pointee.back
        }
        return noneRef
    default:
        if generator.pointee.frame == nil {
            guard let object = makeFrameObject(generator.pointee.function, generator.pointee.code, nil) else {
                return nil
            }
            object.pointee.generator = generator
            generator.pointee.frame = object
        }
        return newReference(generator.pointee.frame.ref)
    }
}

private func makeFrameObject(_ function: FunctionRef, _ code: CodeRef, _ names: Ref?) -> FrameObjectRef? {
    guard let object = makeObject(BtFrame_Type_(), as: BtFrameObject.self) else { return nil }
    Bt_INCREF_(function.ref)
    Bt_INCREF_(code.ref)
    object.pointee.frame = nil
    object.pointee.generator = nil
    object.pointee.function = function
    object.pointee.code = code
    object.pointee.names = names.map(newReference)
    object.pointee.back = nil
    object.pointee.extra_locals = nil
    object.pointee.trace = nil
    object.pointee.saved = nil
    object.pointee.last = -1
    track(object.ref)
    return object
}

/// A frame is about to be left: its object, if somebody has it, gets what the frame knows.
func detachFrameObject(_ frame: Frame) {
    guard let object = frame.pointee.object else { return }
    frame.pointee.object = nil
    object.pointee.frame = nil
    object.pointee.last = frame.current
    if !isOnlyReference(object.ref) {
        let count = Int(frame.pointee.code.pointee.register_count)
        if let memory = BtMem_Malloc(max(count, 1) * MemoryLayout<Register>.stride) {
            let saved = memory.bindMemory(to: Register.self, capacity: max(count, 1))
            // Temporaries end with the frame: one may hold the exception that leads here.
            let variables = variableRegisters(frame.pointee.code)
            for index in 0..<count { saved[index] = index < variables ? frame.registers.take(index) : 0 }
            object.pointee.saved = saved
        }
        if frame.pointee.generator == nil, let back = frame.pointee.back {
            let error = BtErr_GetRaisedException()
            object.pointee.back = frameObject(back).map { newReference($0).as(BtFrameObject.self) }
            if object.pointee.back == nil { BtErr_Clear() }
            BtErr_SetRaisedException(error)
        }
    }
    Bt_DECREF_(object.ref)
}

/// How many registers, from the first on, are variables and their cells.
private func variableRegisters(_ code: CodeRef) -> Int {
    var count = BtTuple_GET_SIZE_(code.pointee.local_names)
    for index in 0..<Int(code.pointee.cell_count) + Int(code.pointee.free_count) {
        count = max(count, Int(code.pointee.cell_registers[index]) + 1)
    }
    return count
}

extension UnsafeMutablePointer where Pointee == BtFrameObject {
    /// The registers of the frame, wherever they are.
    var registers: Registers? {
        if let frame = pointee.frame { return frame.registers }
        if let generator = pointee.generator { return _bt_generator_registers(generator) }
        return pointee.saved
    }

    /// The number of the last instruction.
    var current: Int {
        if let frame = pointee.frame { return frame.current }
        if let generator = pointee.generator { return generator.pointee.pc - pointee.code.pointee.instructions - 1 }
        return pointee.last
    }

    /// The line that runs, or ran last.
    var line: CInt { lineOf(pointee.code, Swift.max(current, 0)) }
}

func setUpFrame() {
    let type = BtFrame_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtFrameObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_dealloc = { object in
        BtObject_GC_UnTrack(object)
        if _bt_trash_begin(object) != 0 { return }
        let frame = object!.as(BtFrameObject.self)
        clearFrame(frame)
        Bt_DECREF_(frame.pointee.code.ref)
        Bt_DECREF_(frame.pointee.function.ref)
        freeObject(object!)
        _bt_trash_end()
    }
    type.pointee.tp_traverse = { frameTraverse($0!.as(BtFrameObject.self), $1, $2) }
    type.pointee.tp_clear = { object in
        clearFrame(object!.as(BtFrameObject.self))
        return 0
    }
    type.pointee.tp_repr = { object in
        let frame = object!.as(BtFrameObject.self)
        let code = frame.pointee.code.pointee
        return makeString(
            "<frame at \(address(of: object!)), file '\(swiftString(code.filename))', line \(frame.line), "
                + "code \(swiftString(code.name))>")
    }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_setattro = BtObject_GenericSetAttr
    type.pointee.tp_getset = frameGetSets()
    type.pointee.tp_methods = methodTable([
        method("clear", BT_METH_NOARGS) { object, _ in clearMethod(object!.as(BtFrameObject.self)) }
    ])
}

private func clearFrame(_ frame: FrameObjectRef) {
    if let saved = frame.pointee.saved {
        frame.pointee.saved = nil
        saved.clear(count: Int(frame.pointee.code.pointee.register_count))
        BtMem_Free(saved)
    }
    release(exchange(&frame.pointee.names, nil))
    release(exchange(&frame.pointee.extra_locals, nil))
    release(exchange(&frame.pointee.trace, nil))
    let back = frame.pointee.back
    frame.pointee.back = nil
    release(back?.ref)
}

private func clearMethod(_ frame: FrameObjectRef) -> Ref? {
    guard frame.pointee.frame == nil else { return raise(BtExc_RuntimeError, "cannot clear an executing frame") }
    guard frame.pointee.generator == nil else { return raise(BtExc_RuntimeError, "cannot clear a suspended frame") }
    clearFrame(frame)
    return noneRef
}

private func frameTraverse(
    _ frame: FrameObjectRef, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?
) -> CInt {
    var fields = FieldVisit(visit, context)
    fields.visit(frame.pointee.function?.ref)
    fields.visit(frame.pointee.code?.ref)
    fields.visit(frame.pointee.names)
    fields.visit(frame.pointee.back?.ref)
    fields.visit(frame.pointee.extra_locals)
    fields.visit(frame.pointee.trace)
    if let saved = frame.pointee.saved {
        fields.visit(registers: saved, count: Int(frame.pointee.code.pointee.register_count))
    }
    return fields.status
}
