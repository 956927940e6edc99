internal import CBaton
internal import CBaton.Host

// Generators: their frame's registers move to the object while it is suspended, and back to the stack to go on.

typealias GeneratorRef = UnsafeMutablePointer<BtGeneratorObject>

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as a generator.
    @inline(__always) var generator: GeneratorRef { self.as(BtGeneratorObject.self) }
}

/// Make the innermost frame a generator and leave it; 0: MemoryError is set, and nothing has happened.
func makeGenerator(_ state: ThreadRef, _ frame: Frame) -> Register {
    let count = Int(frame.pointee.code.pointee.register_count)
    guard
        let generator = makeObject(
            BtGen_Type_(), as: BtGeneratorObject.self, extraBytes: max(count - 1, 0) * MemoryLayout<Register>.stride)
    else { return 0 }
    let function = frame.pointee.function.unsafelyUnwrapped
    generator.pointee.ob_base.ob_size = count
    generator.pointee.pc = frame.pointee.pc
    generator.pointee.function = function
    Bt_INCREF_(frame.pointee.code.ref)
    generator.pointee.code = frame.pointee.code
    generator.pointee.name = newReference(function.pointee.name)
    generator.pointee.qualified_name = newReference(function.pointee.qualified_name)
    generator.pointee.frame = nil
    generator.pointee.handled = nil
    generator.pointee.outer = nil
    generator.pointee.weakrefs = nil
    generator.pointee.sent = 0
    generator.pointee.state = BT_GENERATOR_CREATED
    generator.pointee.handles = 0
    moveAway(state, frame, generator)
    state.frame = frame.pointee.back
    track(generator.ref)
    return register(generator.ref)
}

/// Move the registers of the innermost frame, and its script-visible object, to its generator.
private func moveAway(_ state: ThreadRef, _ frame: Frame, _ generator: GeneratorRef) {
    let count = generator.pointee.ob_base.ob_size
    let (saved, registers) = (_bt_generator_registers(generator)!, frame.registers)
    for index in 0..<count {
        saved[index] = registers[index]
        registers[index] = 0
    }
    guard let object = frame.pointee.object else { return }
    object.pointee.frame = nil
    object.pointee.generator = generator
    generator.pointee.frame = object
    frame.pointee.object = nil
}

/// Put a suspended generator's frame on the stack; nil: an exception is set.
private func resume(_ state: ThreadRef, _ generator: GeneratorRef) -> Frame? {
    guard Bt_EnterRecursiveCall("") == 0, let (frame, registers) = nextFrame(state) else { return nil }
    let count = generator.pointee.ob_base.ob_size
    guard hasRoom(state, frame, registers + count) || raiseTooDeep() else { return nil }
    let saved = _bt_generator_registers(generator)!
    for index in 0..<count {
        registers[index] = saved[index]
        saved[index] = 0
    }
    enterFrame(state, frame, state.frame, generator.pointee.function, registers, nil, kind: BT_FRAME_ENTRY)
    frame.pointee.code = generator.pointee.code
    frame.pointee.constants = generator.pointee.code.pointee.constants
    frame.pointee.sites = generator.pointee.code.pointee.sites
    frame.pointee.pc = generator.pointee.pc
    frame.pointee.generator = generator
    if let object = generator.pointee.frame {
        generator.pointee.frame = nil
        object.pointee.generator = nil
        object.pointee.frame = frame
        frame.pointee.object = object
    }
    // What is being handled inside hides what is being handled where the generator was resumed.
    let outer = state.pointee.handled_exception
    generator.pointee.outer = outer
    Bt_XINCREF_(outer)
    if generator.pointee.handles != 0 {
        state.pointee.handled_exception = generator.pointee.handled
        generator.pointee.handled = nil
        release(outer)
    }
    generator.pointee.state = BT_GENERATOR_RUNNING
    return frame
}

/// What was being handled where a generator was resumed is being handled again.
private func restoreHandled(_ state: ThreadRef, _ generator: GeneratorRef) {
    if generator.pointee.handles != 0 {
        generator.pointee.handled = state.pointee.handled_exception
        state.pointee.handled_exception = generator.pointee.outer
    } else {
        release(generator.pointee.outer)
    }
    generator.pointee.outer = nil
}

/// Suspend the generator whose frame is the innermost one.
func suspendGenerator(_ state: ThreadRef, _ frame: Frame) {
    let generator = frame.pointee.generator.unsafelyUnwrapped
    generator.pointee.pc = frame.pointee.pc
    moveAway(state, frame, generator)
    restoreHandled(state, generator)
    generator.pointee.state = BT_GENERATOR_SUSPENDED
    state.frame = frame.pointee.back
}

/// Leave the frame of a generator that has ended; its value is passed through.
func finishGenerator(_ state: ThreadRef, _ frame: Frame, _ value: Register) -> Register {
    let generator = frame.pointee.generator.unsafelyUnwrapped
    restoreHandled(state, generator)
    generator.pointee.handles = 0
    release(exchange(&generator.pointee.handled, nil))
    generator.pointee.state = BT_GENERATOR_FINISHED
    generator.pointee.function = nil
    leaveFrame(state, frame)
    return value
}

/// Resume a generator with a value, which is taken over: what it yields or, if `state` is FINISHED after, returns; 0: an
/// exception is set.
func send(_ state: ThreadRef, _ generator: GeneratorRef, _ value: Register) -> Register {
    guard let frame = resume(state, generator) else {
        drop(value)
        return 0
    }
    deliver(frame, generator, value)
    return run(state, frame)
}

/// Put a value that is sent where the suspended instruction wants it. At its beginning a generator takes nothing.
private func deliver(_ frame: Frame, _ generator: GeneratorRef, _ value: Register) {
    let instructions = frame.pointee.code.pointee.instructions.unsafelyUnwrapped
    let last = frame.pointee.pc - 1
    if last >= instructions {
        if opcodeOf(last.pointee) == .yieldValue {
            frame.registers.set(fieldA(last.pointee), value)
            return
        }
        if opcodeOf(last.pointee) == .yieldFrom {
            // The instruction runs again: it sends the value on.
            frame.pointee.pc = last
            drop(generator.pointee.sent)
            generator.pointee.sent = value
            return
        }
    }
    drop(value)
}

/// The next value of a generator for `for`; 0: it has ended, or an exception is set.
func generatorNext(_ state: ThreadRef, _ generator: GeneratorRef) -> Register {
    guard startable(generator) else { return 0 }
    let value = send(state, generator, register(noneRef))
    if value != 0, generator.pointee.state == BT_GENERATOR_FINISHED {
        // `for` has no use for what it returns.
        if value != register(noneRef) { raiseStopIteration(value) }
        return 0
    }
    return value
}

/// Whether a generator can be resumed: it has not ended; ValueError if it is running.
private func startable(_ generator: GeneratorRef) -> Bool {
    if generator.pointee.state == BT_GENERATOR_RUNNING {
        return raiseStatus(BtExc_ValueError, "generator already executing") == 0
    }
    return generator.pointee.state != BT_GENERATOR_FINISHED
}

/// Raise StopIteration with a value, which is taken over.
private func raiseStopIteration(_ value: Register) {
    guard value != register(noneRef) else { return BtErr_SetNone(BtExc_StopIteration) }
    guard let object = boxedTaken(value) else { return }
    defer { Bt_DECREF_(object) }
    // Made by hand: a tuple as the value would become the arguments.
    guard let exception = BtObject_CallOneArg(BtExc_StopIteration, object) else { return }
    BtErr_SetObject(BtExc_StopIteration, exception)
    Bt_DECREF_(exception)
}

/// `send` of scripts, and am_send: 1: yielded, 0: returned, -1: an exception is set.
func generatorSend(_ generator: GeneratorRef, _ value: Ref, _ result: inout Ref?) -> CInt {
    result = nil
    guard startable(generator) else {
        if errorOccurred() { return -1 }
        result = noneRef
        return 0
    }
    if generator.pointee.state == BT_GENERATOR_CREATED, !isNone(value) {
        return raiseStatus(BtExc_TypeError, "can't send non-None value to a just-started generator")
    }
    let given = send(attachedState("BtIter_Send"), generator, enteringBorrowed(value))
    guard given != 0, let object = boxedTaken(given) else { return -1 }
    result = object
    return generator.pointee.state == BT_GENERATOR_FINISHED ? 0 : 1
}

/// The next value for native code; nil: it has ended, perhaps with StopIteration set, or an exception is set.
func generatorIterate(_ generator: GeneratorRef) -> Ref? {
    let value = generatorNext(attachedState("BtIter_Next"), generator)
    return value == 0 ? nil : boxedTaken(value)
}

/// gen.send(value): what it yields; StopIteration when it returns.
func generatorSendMethod(_ generator: GeneratorRef, _ value: Ref) -> Ref? {
    var result: Ref?
    let status = generatorSend(generator, value, &result)
    return resultOf(status, result)
}

private func resultOf(_ status: CInt, _ result: Ref?) -> Ref? {
    if status == 0, let result { raiseStopIteration(entering(result)) }
    return status > 0 ? result : nil
}

// MARK: throw and close

/// What a generator that is suspended in `yield from` delegates to, borrowed.
func delegateOf(_ generator: GeneratorRef) -> Ref? {
    guard generator.pointee.state == BT_GENERATOR_SUSPENDED else { return nil }
    let bits = (generator.pointee.pc - 1).pointee
    guard opcodeOf(bits) == .yieldFrom else { return nil }
    let value = _bt_generator_registers(generator)![fieldB(bits)]
    return isTagged(value) || value == 0 ? nil : objectIn(value)
}

/// Raise in a generator what is raised here: what it yields; nil: an exception is set.
private func throwRaised(_ generator: GeneratorRef) -> Ref? {
    let state = attachedState("generator.throw")
    guard generator.pointee.state != BT_GENERATOR_FINISHED, let raised = takeRaised() else { return nil }
    guard let frame = resume(state, generator) else {
        Bt_DECREF_(raised)
        return nil
    }
    setRaised(raised)
    guard let handler = unwind(state, frame) else { return nil }
    let value = run(state, handler)
    guard value != 0, let object = boxedTaken(value) else { return nil }
    return resultOf(generator.pointee.state == BT_GENERATOR_FINISHED ? 0 : 1, object)
}

/// gen.throw(exception), made and checked before; `given` is what a delegate that is no generator gets.
func generatorThrow(_ generator: GeneratorRef, _ exception: Ref, given: Ref? = nil) -> Ref? {
    guard generator.pointee.state != BT_GENERATOR_RUNNING else {
        return raise(BtExc_ValueError, "generator already executing")
    }
    if let inner = delegateOf(generator).map(newReference) {
        defer { Bt_DECREF_(inner) }
        if BtErr_GivenExceptionMatches(exception, BtExc_GeneratorExit) != 0 {
            guard closeDelegate(generator, inner) else { return throwRaised(generator) }
        } else {
            var result: Ref?
            if inner.type == BtGen_Type_() {
                generator.pointee.state = BT_GENERATOR_RUNNING
                result = generatorThrow(inner.generator, exception, given: given)
                generator.pointee.state = BT_GENERATOR_SUSPENDED
                return continueDelegation(generator, result)
            }
            var method: Ref?
            guard BtObject_GetOptionalAttr(inner, internedName("throw"), &method) >= 0 else {
                return throwRaised(generator)
            }
            if let method {
                defer { Bt_DECREF_(method) }
                generator.pointee.state = BT_GENERATOR_RUNNING
                result = BtObject_CallOneArg(method, given ?? exception)
                generator.pointee.state = BT_GENERATOR_SUSPENDED
                return continueDelegation(generator, result)
            }
        }
    }
    setRaised(newReference(exception))
    return throwRaised(generator)
}

/// The delegate has answered a throw: a value is yielded on; if it has returned, the delegation ends with its value; what
/// it raised is raised in the generator.
private func continueDelegation(_ generator: GeneratorRef, _ result: Ref?) -> Ref? {
    if let result { return result }
    guard BtErr_ExceptionMatches(BtExc_StopIteration) != 0 else { return throwRaised(generator) }
    guard let value = takeStopValue() else { return throwRaised(generator) }
    let state = attachedState("generator.throw")
    guard let frame = resume(state, generator) else {
        Bt_DECREF_(value)
        return nil
    }
    let bits = (frame.pointee.pc - 1).pointee
    frame.registers.clear(fieldB(bits))
    frame.registers.set(fieldA(bits), entering(value))
    let given = run(state, frame)
    guard given != 0, let object = boxedTaken(given) else { return nil }
    return resultOf(generator.pointee.state == BT_GENERATOR_FINISHED ? 0 : 1, object)
}

/// The value of the StopIteration that is raised, which is cleared; nil: another exception is set.
private func takeStopValue() -> Ref? {
    guard let exception = takeRaised() else { return noneRef }
    defer { Bt_DECREF_(exception) }
    return BtObject_GetAttr(exception, internedName("value"))
}

/// Close what a generator delegates to; false: an exception is set.
private func closeDelegate(_ generator: GeneratorRef, _ inner: Ref) -> Bool {
    generator.pointee.state = BT_GENERATOR_RUNNING
    defer { generator.pointee.state = BT_GENERATOR_SUSPENDED }
    if inner.type == BtGen_Type_() { return generatorClose(inner.generator) != nil }
    var method: Ref?
    guard BtObject_GetOptionalAttr(inner, internedName("close"), &method) >= 0 else { return false }
    guard let method else { return true }
    defer { Bt_DECREF_(method) }
    guard let result = BtObject_CallNoArgs(method) else { return false }
    Bt_DECREF_(result)
    return true
}

/// gen.close(): GeneratorExit is raised at its yield; what it returns then, or None.
func generatorClose(_ generator: GeneratorRef) -> Ref? {
    switch generator.pointee.state {
    case BT_GENERATOR_RUNNING: return raise(BtExc_ValueError, "generator already executing")
    case BT_GENERATOR_FINISHED: return noneRef
    case BT_GENERATOR_CREATED:
        discard(generator)
        return noneRef
    default: break
    }
    var isClosed = true
    if let inner = delegateOf(generator).map(newReference) {
        isClosed = closeDelegate(generator, inner)
        Bt_DECREF_(inner)
    }
    if isClosed {
        if !hasHandler(generator) {
            // Nothing inside would see a GeneratorExit.
            discard(generator)
            return noneRef
        }
        BtErr_SetNone(BtExc_GeneratorExit)
    }
    if let value = throwRaised(generator) {
        Bt_DECREF_(value)
        return raise(BtExc_RuntimeError, "generator ignored GeneratorExit")
    }
    if BtErr_ExceptionMatches(BtExc_StopIteration) != 0 { return takeStopValue() }
    if BtErr_ExceptionMatches(BtExc_GeneratorExit) != 0 {
        BtErr_Clear()
        return noneRef
    }
    return nil
}

/// Whether an exception at the place where a generator is suspended would run something in it.
private func hasHandler(_ generator: GeneratorRef) -> Bool {
    let code = generator.pointee.code.unsafelyUnwrapped
    return handler(of: code, generator.pointee.pc - code.pointee.instructions - 1) != nil
}

/// End a generator without running it: drop all that it holds.
func discard(_ generator: GeneratorRef) {
    generator.pointee.state = BT_GENERATOR_FINISHED
    if let object = generator.pointee.frame {
        generator.pointee.frame = nil
        object.pointee.generator = nil
        object.pointee.last = generator.pointee.pc - generator.pointee.code.pointee.instructions - 1
        Bt_DECREF_(object.ref)
    }
    _bt_generator_registers(generator)!.clear(count: generator.pointee.ob_base.ob_size)
    let sent = generator.pointee.sent
    generator.pointee.sent = 0
    drop(sent)
    release(exchange(&generator.pointee.handled, nil))
    release(exchange(&generator.pointee.outer, nil))
    let function = generator.pointee.function
    generator.pointee.function = nil
    release(function?.ref)
}

// MARK: yield from

/// Ask the iterator R[B] for its next value: 1: what the generator's field `sent` has is to be yielded, and the instruction
/// runs again when a value comes; 0: it has ended, R[A] is its value; -1: an exception is set.
@inline(never)
func delegate(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Int {
    let registers = frame.registers
    let generator = frame.pointee.generator.unsafelyUnwrapped
    let sent = generator.pointee.sent
    generator.pointee.sent = 0
    let value = sent == 0 ? noneRef : boxedTaken(sent)
    guard let value else { return -1 }
    defer { Bt_DECREF_(value) }
    var result: Ref?
    let status = BtIter_Send(objectIn(registers[fieldB(bits)]), value, &result)
    guard let result else { return -1 }
    if status == BTGEN_NEXT {
        generator.pointee.sent = entering(result)
        return 1
    }
    registers.clear(fieldB(bits))
    registers.set(fieldA(bits), entering(result))
    return 0
}

/// What `delegate` left to be yielded.
func takeSent(_ frame: Frame) -> Register {
    let generator = frame.pointee.generator.unsafelyUnwrapped
    let value = generator.pointee.sent
    generator.pointee.sent = 0
    return value
}

@inline(never)
func getYieldFromIterator(_ registers: Registers, _ bits: UInt64) -> Bool {
    let value = registers[fieldB(bits)]
    if !isTagged(value), objectIn(value).type == BtGen_Type_() {
        Bt_INCREF_(objectIn(value))
        return registers.finish(bits & ~FlagBits.dropC, value)
    }
    return getIterator(registers, bits)
}
