internal import CBaton
internal import CBaton.Host

// Raising, handling, unwinding.

/// Find the handler of what is raised: in the innermost frame, then in those below it up to the one that native code
/// entered. The frame to go on with; nil: that one has been left, and the exception is still set.
@inline(never)
func unwind(_ state: ThreadRef, _ start: Frame) -> Frame? {
    var frame = start
    while true {
        let code = frame.pointee.code.unsafelyUnwrapped
        let index = max(frame.current, 0)
        if frame.pointee.keeps_traceback != 0 {
            frame.pointee.keeps_traceback = 0
        } else {
            addTraceback(frame, index)
        }
        if let handler = handler(of: code, index) {
            let depth = Int(handler.pointee.depth)
            (frame.registers + depth).clear(count: Int(code.pointee.register_count) - depth)
            frame.registers[Int(handler.pointee.exception)] = takeRaised().map(register) ?? register(noneRef)
            frame.pointee.pc = code.pointee.instructions + Int(handler.pointee.target)
            return frame
        }
        // The head is free for others once the frame is left.
        let (kind, back, instance) = (frame.pointee.kind, frame.pointee.back, frame.pointee.instance)
        let isGenerator = frame.pointee.generator != nil
        // Dropping registers may run code, which must not see the exception.
        let raised = takeRaised()
        if isGenerator {
            _ = finishGenerator(state, frame, 0)
        } else {
            leaveFrame(state, frame)
        }
        setRaised(raised)
        if isGenerator { replaceStopIteration() }
        if kind == BT_FRAME_ENTRY { return nil }
        if kind == BT_FRAME_INITIALIZER { release(instance) }
        frame = back.unsafelyUnwrapped
    }
}

/// The innermost handler whose range holds an instruction.
func handler(of code: CodeRef, _ index: Int) -> UnsafeMutablePointer<BtHandler_>? {
    let handlers = code.pointee.handlers.unsafelyUnwrapped
    for number in 0..<Int(code.pointee.handler_count) {
        let handler = handlers + number
        if index >= Int(handler.pointee.start), index < Int(handler.pointee.end) { return handler }
    }
    return nil
}

/// A StopIteration that leaves a generator would look like its end.
private func replaceStopIteration() {
    guard BtErr_ExceptionMatches(BtExc_StopIteration) != 0 else { return }
    let _: Ref? = raiseFromCause(BtExc_RuntimeError, "generator raised StopIteration")
}

/// Put a frame's place in front of the traceback of what is raised.
private func addTraceback(_ frame: Frame, _ index: Int) {
    guard let raised = takeRaised() else { return }
    let code = frame.pointee.code.unsafelyUnwrapped
    if let object = frameObject(frame),
        let place = makeTraceback(
            raised.exception.pointee.traceback, frame: object, function: code.pointee.name,
            filename: code.pointee.filename, line: lineOf(code, index))
    {
        place.as(BtTracebackObject.self).pointee.tb_lasti = CInt(index * 2)
        _ = BtException_SetTraceback(raised, place)
        Bt_DECREF_(place)
    }
    // A place that could not be made is left out: the exception itself matters more.
    BtErr_Clear()
    setRaised(raised)
}

/// The line of an instruction, or of the nearest one before it that has one.
func lineOf(_ code: CodeRef, _ index: Int) -> CInt {
    var place = min(index, Int(code.pointee.instruction_count) - 1)
    while place >= 0 {
        let line = code.pointee.positions[place].line
        if line != 0 { return CInt(line) }
        place -= 1
    }
    return code.pointee.first_line
}

// MARK: raise

/// raise, raise R[A], raise R[A] from R[B]
@inline(never)
func raiseStatement(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) {
    let registers = frame.registers
    guard fieldA(bits) != 0xFFFF else { return raiseAgain(state, frame) }
    guard let exception = exceptionToRaise(registers[fieldA(bits)]) else { return }
    if fieldB(bits) != 0xFFFF {
        let given = registers[fieldB(bits)]
        if given == register(noneRef) {
            BtException_SetCause(exception, nil)
        } else {
            guard let cause = causeToRaise(given) else {
                Bt_DECREF_(exception)
                return
            }
            BtException_SetCause(exception, cause)
        }
    }
    BtErr_SetObject(exception.type.ref, exception)
    Bt_DECREF_(exception)
}

private func raiseAgain(_ state: ThreadRef, _ frame: Frame) {
    guard let handled = state.pointee.handled_exception, !isNone(handled) else {
        let _: Ref? = raise(BtExc_RuntimeError, "No active exception to reraise")
        return
    }
    frame.pointee.keeps_traceback = 1
    setRaised(newReference(handled))
}

/// The exception of a `raise`, a new reference: the object itself, or one that its class makes.
private func exceptionToRaise(_ value: Register) -> Ref? {
    if !isTagged(value) {
        let object = objectIn(value)
        if isException(object) { return newReference(object) }
        if isExceptionClass(object) { return makeException(object, nil) }
    }
    return raise(BtExc_TypeError, "exceptions must derive from BaseException")
}

private func causeToRaise(_ value: Register) -> Ref? {
    if !isTagged(value) {
        let object = objectIn(value)
        if isException(object) { return newReference(object) }
        if isExceptionClass(object) { return makeException(object, nil) }
    }
    return raise(BtExc_TypeError, "exception causes must derive from BaseException")
}

// MARK: Handling

/// R[A] = what is being handled; R[B] is being handled from here on.
@inline(never)
func pushHandled(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) {
    let registers = frame.registers
    var previous = state.pointee.handled_exception
    if let generator = frame.pointee.generator, generator.pointee.handles == 0 {
        // What the generator was resumed under is not its own: it may be another one when it goes on.
        generator.pointee.handles = 1
        release(previous)
        previous = nil
    }
    state.pointee.handled_exception = newReference(objectIn(registers[fieldB(bits)]))
    let old = registers[fieldA(bits)]
    registers[fieldA(bits)] = register(previous ?? noneRef)
    drop(old)
}

/// R[A] is being handled again.
@inline(never)
func popHandled(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) {
    let value = frame.registers.take(fieldA(bits))
    var previous: Ref? = value == 0 || value == register(noneRef) ? nil : objectIn(value)
    if previous == nil, let generator = frame.pointee.generator {
        generator.pointee.handles = 0
        previous = generator.pointee.outer.map(newReference)
    }
    let handled = state.pointee.handled_exception
    state.pointee.handled_exception = previous
    release(handled)
}

/// Whether the exception R[A] is of R[B]: 1, 0, -1 with TypeError set.
@inline(never)
func matchesException(_ registers: Registers, _ bits: UInt64) -> Int {
    let kinds = registers[fieldB(bits)]
    guard !isTagged(kinds), areExceptionClasses(objectIn(kinds)) else {
        return Int(
            raiseStatus(
                BtExc_TypeError, "catching classes that do not inherit from BaseException is not allowed"))
    }
    let matches = exceptionMatches(objectIn(registers[fieldA(bits)]), objectIn(kinds))
    registers.dropSources(bits & ~FlagBits.dropC)
    return matches ? 1 : 0
}

func areExceptionClasses(_ object: Ref) -> Bool {
    if isExceptionClass(object) { return true }
    guard isTuple(object) else { return false }
    return (0..<BtTuple_GET_SIZE_(object)).allSatisfy { isExceptionClass(BtTuple_GET_ITEM_(object, $0)) }
}

// MARK: with

/// R[A] = the bound __exit__ of R[B], R[A + 1] = what its __enter__ gives
@inline(never)
func enterWith(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    guard let enter = contextMethod(operand.ref, "__enter__", missing: "") else { return false }
    defer { Bt_DECREF_(enter) }
    guard let exit = contextMethod(operand.ref, "__exit__", missing: " (missed __exit__ method)") else {
        return false
    }
    guard let value = BtObject_CallNoArgs(enter) else {
        Bt_DECREF_(exit)
        return false
    }
    registers.dropOperands(bits & ~FlagBits.dropC)
    registers.set(fieldA(bits), register(exit))
    registers.set(fieldA(bits) + 1, entering(value))
    return true
}

private func contextMethod(_ object: Ref, _ name: StaticString, missing: String) -> Ref? {
    if let method = lookUpSpecial(object, internedName(name)) { return method }
    if errorOccurred() { return nil }
    return raise(
        BtExc_TypeError,
        "'\(typeName(object))' object does not support the context manager protocol\(missing)")
}

/// R[A] = R[B](type, R[C], traceback of R[C])
@inline(never)
func exitWithException(_ registers: Registers, _ bits: UInt64) -> Bool {
    let exception = objectIn(registers[fieldC(bits)])
    let traceback = newReference(exception.exception.pointee.traceback ?? noneRef)
    defer { Bt_DECREF_(traceback) }
    let result = withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 4) { places in
        places.initializeElement(at: 0, to: nil)
        places.initializeElement(at: 1, to: exception.type.ref)
        places.initializeElement(at: 2, to: exception)
        places.initializeElement(at: 3, to: traceback)
        return BtObject_Vectorcall(
            objectIn(registers[fieldB(bits)]), UnsafePointer(places.baseAddress! + 1), 3 | Int.min, nil)
    }
    return registers.finish(bits, enteringResult(result))
}
