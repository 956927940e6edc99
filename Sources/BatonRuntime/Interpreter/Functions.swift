internal import CBaton
internal import CBaton.Host

// Functions as the machine makes and enters them.

/// R[A] = a function of the code K[B]
@inline(never)
func makeFunction(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let code = objectIn(frame.constants[fieldB(bits)]).as(BtCodeObject.self)
    guard
        let function = newFunction(
            code, globals: frame.pointee.function.pointee.globals, builtins: frame.pointee.function.pointee.builtins)
    else { return false }
    var source = fieldC(bits)
    func next() -> Ref {
        defer { source += 1 }
        return objectIn(registers.take(source))
    }
    if hasFlag(bits, FlagBits.first) { function.pointee.defaults = next() }
    if hasFlag(bits, FlagBits.second) { function.pointee.keyword_defaults = next() }
    if hasFlag(bits, FlagBits.third) { function.pointee.annotations = next() }
    if hasFlag(bits, FlagBits.fourth) { function.pointee.closure = next() }
    registers.set(fieldA(bits), register(function.ref))
    return true
}

/// The vectorcall of functions: a call of a script from native code.
func functionVectorcall(_ callable: Ref, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ names: Ref?) -> Ref? {
    let state = attachedState("BtObject_Vectorcall")
    let count = BtVectorcall_NARGS(nargsf) + (names.map { BtTuple_GET_SIZE_($0) } ?? 0)
    guard Bt_EnterRecursiveCall("") == 0, BtEval_SafePoint() == 0, let (frame, registers) = nextFrame(state),
        hasRoom(state, frame, registers + count) || raiseTooDeep()
    else { return nil }
    for index in 0..<count { registers[index] = enteringBorrowed(args![index]!) }
    let function = callable.as(BtFunctionObject.self)
    let window = CallWindow(result: registers, base: registers, count: count, names: names)
    guard placeArguments(state, frame, function, window) else {
        registers.clear(count: count)
        return nil
    }
    Bt_INCREF_(callable)
    enterFrame(state, frame, state.frame, function, registers, nil, kind: BT_FRAME_ENTRY)
    return objectOfResult(run(state, frame))
}

/// What native code gets of a frame's result, whose reference is taken over; 0: an exception is set.
func objectOfResult(_ value: Register) -> Ref? {
    if value == 0 { return nil }
    return boxedTaken(value)
}

/// Leave a frame whose result goes to native code.
func finishEntry(_ state: ThreadRef, _ frame: Frame, _ value: Register) -> Register {
    if frame.pointee.generator != nil { return finishGenerator(state, frame, value) }
    leaveFrame(state, frame)
    return value
}

/// Run a code whose names are those of a namespace: a module, a class body, exec. `closure` is a tuple of cells. Nil: an
/// exception is set.
func runInNamespace(_ function: FunctionRef, names: Ref?) -> Ref? {
    let state = attachedState("BtEval_EvalCode")
    guard Bt_EnterRecursiveCall("") == 0, BtEval_SafePoint() == 0, let (frame, registers) = nextFrame(state),
        hasRoom(state, frame, registers + Int(function.pointee.code.pointee.register_count)) || raiseTooDeep()
    else { return nil }
    Bt_INCREF_(function.ref)
    enterFrame(state, frame, state.frame, function, registers, nil, kind: BT_FRAME_ENTRY)
    frame.pointee.names = names.map(newReference)
    return objectOfResult(run(state, frame))
}
