internal import CBaton
internal import CBaton.Host

// Calls. The callee stands in the register in front of its arguments, which a script's function gets where they lie; the
// result goes to the first register of the window.

/// Begin a call of a script's function, at `place` with its arguments behind it, that takes exactly these positional
/// arguments; nil: it is another kind of call, nothing has happened.
@inline(__always)
func quickCall(
    _ state: ThreadRef, _ frame: Frame, _ result: Registers, _ place: Registers, _ count: Int, _ names: Int
) -> Frame? {
    let callee = place.pointee
    let base = place + 1
    guard names == 0xFFFF, !isTagged(callee), objectIn(callee).type == BtFunction_Type_() else { return nil }
    let function = objectIn(callee).as(BtFunctionObject.self)
    let code = function.pointee.code.unsafelyUnwrapped
    let next = frame - 1
    guard code.pointee.is_simple != 0, Int(code.pointee.argument_count) == count,
        hasRoom(state, next, base + Int(code.pointee.register_count)), _bt_safe_point_is_due() == 0
    else { return nil }
    place.pointee = 0
    enterFrame(state, next, frame, function, base, result, kind: BT_FRAME_CALL)
    return next
}

/// A call in a window.
struct CallWindow {
    /// Where the result goes.
    let result: Registers
    /// The first argument; the callee stands in front of it.
    var base: Registers
    /// Arguments, values of keywords among them.
    var count: Int
    /// Names of keywords, a tuple; borrowed.
    let names: Ref?

    @inline(__always) var callee: Registers { base - 1 }
    @inline(__always) var keywordCount: Int { names.map { BtTuple_GET_SIZE_($0) } ?? 0 }
    @inline(__always) var positionalCount: Int { count - keywordCount }

    /// The arguments as C takes them, ints boxed in place; `boxes` says which those are. Nil: MemoryError is set.
    @inline(__always)
    func boxedArguments(_ boxes: inout UInt64) -> UnsafeMutablePointer<Ref?>? {
        var index = 0
        while index < count {
            if isTagged(base[index]) {
                guard let int = makeInt(untagged(base[index])) else { return nil }
                base[index] = register(int)
                boxes |= 1 &<< UInt64(truncatingIfNeeded: index & 63)
            }
            index &+= 1
        }
        // SAFETY: because a register that holds an object holds its address.
        return UnsafeMutableRawPointer(base).assumingMemoryBound(to: Ref?.self)
    }

    /// Drop the callee and the arguments, and put the result of a call into its place; nil: the exception is set.
    @inline(__always)
    func finish(_ frame: Frame, _ value: Ref?, boxes: UInt64 = 0) -> Frame? {
        guard let value else { return nil }
        let entered = entering(value)
        dropArguments(boxes)
        return finish(frame, entered)
    }

    /// As above, of a value in a register's form; arguments that are left are dropped.
    @inline(__always)
    func finish(_ frame: Frame, shortcut value: Register) -> Frame? {
        dropArguments(0)
        return finish(frame, value)
    }

    @inline(__always)
    func finish(_ frame: Frame, _ value: Register) -> Frame {
        callee.clear(0)
        let next = frame.pointee.pc.unsafelyUnwrapped
        if next.pointee == clearing(result - frame.registers) {
            // Nobody wants the result.
            result.pointee = 0
            frame.pointee.pc = next + 1
            drop(value)
        } else {
            result.pointee = value
        }
        return frame
    }

    /// Drop the arguments, of which `boxes` were boxed for the call.
    @inline(__always)
    func dropArguments(_ boxes: UInt64) {
        var index = 0
        while index < count {
            let value = base.take(index)
            if boxes &>> UInt64(truncatingIfNeeded: index & 63) & 1 != 0, isOwnInt(value) {
                freeObject(objectIn(value))
            } else {
                drop(value)
            }
            index &+= 1
        }
    }

    /// Whether a register holds an int object, to which there is no other reference.
    @inline(__always)
    private func isOwnInt(_ value: Register) -> Bool {
        value != 0 && objectIn(value).type == BtLong_Type_() && isOnlyReference(objectIn(value))
    }
}

@inline(__always)
private func keywordNames(_ frame: Frame, _ bits: UInt64) -> Ref? {
    fieldC(bits) == 0xFFFF ? nil : objectIn(frame.constants[fieldC(bits)])
}

/// R[A] = R[A](R[A + 1] …)
@inline(never)
func call(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Frame? {
    let window = frame.registers + fieldA(bits)
    return begin(
        state, frame,
        CallWindow(result: window, base: window + 1, count: fieldB(bits), names: keywordNames(frame, bits)))
}

/// As `call`, of what loadMethod left.
@inline(never)
func callMethodWindow(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Frame? {
    let window = frame.registers + fieldA(bits)
    let names = keywordNames(frame, bits)
    let isMethod = window.pointee != 0
    return begin(
        state, frame,
        CallWindow(
            result: window, base: window + (isMethod ? 1 : 2), count: fieldB(bits) + (isMethod ? 1 : 0), names: names))
}

/// Call whatever stands in a window: the frame to go on with, which is a new one for a script's function.
@inline(__always)
private func begin(_ state: ThreadRef, _ frame: Frame, _ window: CallWindow) -> Frame? {
    guard BtEval_SafePoint() == 0 else { return nil }
    var window = window
    let value = window.callee.pointee
    if isTagged(value) {
        let _: Ref? = raise(BtExc_TypeError, "'int' object is not callable")
        return nil
    }
    let callee = objectIn(value)
    let type = callee.type
    if type == BtCFunction_Type_() {
        guard window.names == nil else {
            return callByVectorcall(frame, callee, window, callee.as(BtCFunctionObject.self).pointee.vectorcall)
        }
        guard let next = callWindowFunction(state, frame, window) else { return nil }
        frame.pointee.pc = next
        return frame
    }
    if type == BtMethodDescr_Type_() { return callMethodDescriptor(state, frame, window) }
    if type == BtFunction_Type_() {
        window.callee.pointee = 0
        return push(state, frame, callee.as(BtFunctionObject.self), window, BT_FRAME_CALL)
    }
    if type == BtMethod_Type_() {
        let method = callee.as(BtMethodObject.self)
        let function = method.pointee.im_func.unsafelyUnwrapped
        if function.type == BtFunction_Type_() {
            Bt_INCREF_(function)
            window.callee.pointee = enteringBorrowed(method.pointee.im_self)
            Bt_DECREF_(callee)
            window.base -= 1
            window.count += 1
            return push(state, frame, function.as(BtFunctionObject.self), window, BT_FRAME_CALL)
        }
    } else if callee == BtSuper_Type_().ref, window.count == 0 {
        return window.finish(frame, superOfCaller())
    } else if isType(callee) {
        let (handled, next) = instantiate(state, frame, asType(callee), window)
        if handled { return next }
    }
    var boxes: UInt64 = 0
    guard let arguments = window.boxedArguments(&boxes) else { return nil }
    return window.finish(
        frame, vectorcall(callee, arguments, window.positionalCount | Int.min, window.names), boxes: boxes)
}

@inline(never)
func callByVectorcall(
    _ frame: Frame, _ callee: Ref, _ window: CallWindow, _ call: vectorcallfunc?
) -> Frame? {
    var boxes: UInt64 = 0
    guard let arguments = window.boxedArguments(&boxes) else { return nil }
    let result = call.unsafelyUnwrapped(callee, arguments, window.positionalCount | Int.min, window.names)
    return window.finish(frame, checkedResult(callee, result), boxes: boxes)
}

/// Put a frame for a function, whose reference is taken over, above its arguments.
@inline(__always)
private func push(
    _ state: ThreadRef, _ frame: Frame, _ function: FunctionRef, _ window: CallWindow, _ kind: UInt32
) -> Frame? {
    let next = frame - 1
    guard placeArguments(state, next, function, window) else {
        Bt_DECREF_(function.ref)
        return nil
    }
    enterFrame(state, next, frame, function, window.base, window.result, kind: kind)
    return next
}

/// Make the arguments of a window the parameters of a function, whose frame would be `next`; false: an exception is set,
/// and the arguments are dropped or still in their window.
@inline(__always)
func placeArguments(_ state: ThreadRef, _ next: Frame, _ function: FunctionRef, _ window: CallWindow) -> Bool {
    let code = function.pointee.code.unsafelyUnwrapped
    let needed = max(Int(code.pointee.register_count), window.count)
    guard hasRoom(state, next, window.base + needed) else { return raiseTooDeep() }
    if code.pointee.is_simple != 0, window.names == nil, Int(code.pointee.argument_count) == window.count {
        return true
    }
    return fillDefaults(function, code, window) || bindArguments(function, window)
}

/// Put defaults behind positional arguments; false: more is needed.
@inline(__always)
private func fillDefaults(_ function: FunctionRef, _ code: CodeRef, _ window: CallWindow) -> Bool {
    let missing = Int(code.pointee.argument_count) &- window.count
    guard code.pointee.is_simple != 0, window.names == nil, missing > 0, let defaults = function.pointee.defaults else {
        return false
    }
    let first = BtTuple_GET_SIZE_(defaults) &- missing
    guard first >= 0 else { return false }
    var index = 0
    while index < missing {
        window.base[window.count &+ index] = enteringBorrowed(
            BtTuple_GET_ITEM_(defaults, first &+ index).unsafelyUnwrapped)
        index &+= 1
    }
    return true
}

// MARK: Classes

/// Call a class whose instances `object` makes and whose `__init__` is a script's, or nobody's. Not handled: another way
/// of making instances.
private func instantiate(
    _ state: ThreadRef, _ frame: Frame, _ type: TypeRef, _ window: CallWindow
) -> (handled: Bool, frame: Frame?) {
    let object = BtBaseObject_Type_()
    guard functionAddress(type.ref.type.pointee.tp_call) == functionAddress(BtType_Type_().pointee.tp_call),
        functionAddress(type.pointee.tp_new) == functionAddress(object.pointee.tp_new), type != object,
        !type.has(BT_TPFLAGS_IS_ABSTRACT), let initializer = typeLookup(type, _bt_interpreter.name_init)
    else { return (false, nil) }
    guard initializer.type == BtFunction_Type_() else {
        guard window.count == 0,
            functionAddress(type.pointee.tp_init) == functionAddress(object.pointee.tp_init)
        else { return (false, nil) }
        return (true, window.finish(frame, type.pointee.tp_alloc(type, 0)))
    }
    let function = initializer.as(BtFunctionObject.self)
    guard function.pointee.code.pointee.flags & codeIsGenerator == 0 else { return (false, nil) }
    Bt_INCREF_(initializer)
    guard let instance = type.pointee.tp_alloc(type, 0) else {
        Bt_DECREF_(initializer)
        return (true, nil)
    }
    // The instance takes the place of its class, which it holds.
    var window = window
    Bt_INCREF_(instance)
    window.callee.pointee = register(instance)
    Bt_DECREF_(type.ref)
    window.base -= 1
    window.count += 1
    guard let next = push(state, frame, function, window, BT_FRAME_INITIALIZER) else {
        Bt_DECREF_(instance)
        return (true, nil)
    }
    next.pointee.instance = instance
    return (true, next)
}

/// Leave the frame of an `__init__` that has returned `value`: the frame to go on with, where its instance is the result;
/// nil: it has not returned None.
@inline(never)
func finishInitializer(_ state: ThreadRef, _ frame: Frame, _ value: Register) -> Frame? {
    let instance = frame.pointee.instance.unsafelyUnwrapped
    let result = frame.pointee.result.unsafelyUnwrapped
    let back = frame.pointee.back.unsafelyUnwrapped
    leaveFrame(state, frame)
    guard value == register(noneRef) else {
        let type = isTagged(value) ? "int" : typeName(objectIn(value))
        drop(value)
        Bt_DECREF_(instance)
        let _: Ref? = raise(BtExc_TypeError, "__init__() should return None, not '\(type)'")
        return nil
    }
    result.pointee = register(instance)
    return back
}

// MARK: * and **

/// R[A] = R[A](*R[A + 1], **R[A + 2])
@inline(never)
func callUnpacked(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Frame? {
    guard BtEval_SafePoint() == 0 else { return nil }
    let window = frame.registers + fieldA(bits)
    let callee = window[0]
    guard !isTagged(callee) else {
        let _: Ref? = raise(BtExc_TypeError, "'int' object is not callable")
        return nil
    }
    let tuple = objectIn(window[1])
    let keywords: Ref? = window[2] == 0 ? nil : objectIn(window[2])
    guard objectIn(callee).type == BtFunction_Type_() else {
        guard let result = callObject(objectIn(callee), tuple, keywords) else { return nil }
        window.clear(count: 3)
        window.pointee = entering(result)
        return frame
    }
    let keywordCount = keywords.map(dictCount) ?? 0
    let count = sizeField(tuple)
    guard hasRoom(state, frame - 1, window + 1 + count + keywordCount) else {
        _ = raiseTooDeep()
        return nil
    }
    var names: Ref?
    if keywordCount > 0 {
        names = newTuple(keywordCount)
        if names == nil { return nil }
    }
    defer { release(names) }
    _ = window.take(1)
    _ = window.take(2)
    defer {
        Bt_DECREF_(tuple)
        release(keywords)
    }
    let base = window + 1
    for index in 0..<count { base[index] = enteringBorrowed(BtTuple_GET_ITEM_(tuple, index)) }
    if let keywords {
        var (position, filled) = (0, 0)
        var (key, value): (Ref?, Ref?) = (nil, nil)
        while filled < keywordCount, BtDict_Next(keywords, &position, &key, &value) != 0 {
            BtTuple_SET_ITEM_(names, filled, newReference(key!))
            base[count + filled] = enteringBorrowed(value!)
            filled += 1
        }
    }
    window.pointee = 0
    return push(
        state, frame, objectIn(callee).as(BtFunctionObject.self),
        CallWindow(result: window, base: base, count: count + keywordCount, names: names), BT_FRAME_CALL)
}
