internal import CBaton
internal import CBaton.Host
internal import Glibc

// The error indicator of this thread: `current_exception` of its thread state (guarded by: attached), always an
// exception object, never a class with an argument still to be put into one.

/// The thread state of this thread. Ends the process with a message if the thread is detached: an error that nobody can
/// see would be worse.
@inline(__always)
func attachedState(_ function: StaticString) -> UnsafeMutablePointer<BtThreadState> {
    guard let state = _bt_current_thread().pointee.state else { refuseDetached(function) }
    return state
}

@inline(never)
private func refuseDetached(_ function: StaticString) -> Never {
    writeError(
        "baton: \(function) was called by a thread that is not attached (R9: an error is set while attached). "
            + "Carry a code out of the allow-threads block and raise after it.\n")
    abort()
}

/// Make `exception` the raised one and drop what was raised before. Takes the reference; nil clears.
@inline(__always)
func setRaised(_ exception: Ref?, _ function: StaticString = "BtErr_SetRaisedException") {
    let state = attachedState(function)
    let old = state.pointee.current_exception
    state.pointee.current_exception = exception
    if let old { Bt_DECREF_(old) }
}

/// Take the raised exception, if any, and clear the indicator. The caller owns it.
@inline(__always)
func takeRaised() -> Ref? {
    guard let state = _bt_current_thread().pointee.state else { return nil }
    let raised = state.pointee.current_exception
    state.pointee.current_exception = nil
    return raised
}

/// Make an exception of a class from what a raiser gave: nothing, its arguments, or its one argument.
func makeException(_ type: Ref, _ value: Ref?) -> Ref? {
    let made: Ref?
    if let value, !isNone(value) {
        if hasPlainConstructor(type) { return makePlainException(type, value) }
        made = isTuple(value) ? BtObject_Call(type, value, nil) : BtObject_CallOneArg(type, value)
    } else {
        made = BtObject_CallNoArgs(type)
    }
    guard let made else { return nil }
    guard isException(made) else {
        let text =
            "calling \(reprText(type)) should have returned an instance of BaseException, not \(reprText(made.type.ref))"
        Bt_DECREF_(made)
        return raise(BtExc_TypeError, text)
    }
    return made
}

/// Raise `value`, or what `type` makes of it; the exception that is being handled becomes its context.
func raiseObject(_ type: Ref, _ value: Ref?) {
    guard isExceptionClass(type) else {
        BtErr_Clear()
        let _: Ref? = raise(
            BtExc_SystemError, "_BtErr_SetObject: exception \(reprText(type)) is not a BaseException subclass")
        return
    }
    let exception: Ref
    if let value, isException(value), BtType_IsSubtype(value.type, asType(type)) != 0 {
        exception = value
        Bt_INCREF_(value)
    } else {
        BtErr_Clear()
        guard let made = makeException(type, value) else { return }
        exception = made
    }
    let state = attachedState("BtErr_SetObject")
    if let handled = state.pointee.handled_exception, !isNone(handled), handled != exception {
        breakContextCycle(from: handled, at: exception)
        Bt_INCREF_(handled)
        setContext(exception, handled)
    }
    setRaised(exception)
}

/// Cut the chain of contexts that begins at `start` where it leads to `exception`, which is about to get `start` as its own
/// context. A chain that runs in a circle by itself (Floyd's test) is left.
private func breakContextCycle(from start: Ref, at exception: Ref) {
    var fast = start
    var slow = start
    var moveSlow = false
    while let next = fast.as(BtBaseExceptionObject.self).pointee.context {
        if next == exception {
            setContext(fast, nil)
            return
        }
        fast = next
        if fast == slow { return }
        if moveSlow, let step = slow.as(BtBaseExceptionObject.self).pointee.context { slow = step }
        moveSlow.toggle()
    }
}

/// Whether `given`, an exception or a class, is of `classes`: a class, or a tuple of them to any depth.
func exceptionMatches(_ given: Ref, _ classes: Ref) -> Bool {
    if isTuple(classes) {
        guard Bt_EnterRecursiveCall(" while matching an exception") == 0 else {
            BtErr_Clear()
            return false
        }
        defer { Bt_LeaveRecursiveCall() }
        return (0..<BtTuple_GET_SIZE_(classes)).contains { exceptionMatches(given, BtTuple_GET_ITEM_(classes, $0)) }
    }
    let type = isException(given) ? given.type.ref : given
    if isExceptionClass(type), isExceptionClass(classes) {
        return BtType_IsSubtype(asType(type), asType(classes)) != 0
    }
    return type == classes
}

/// `repr(object)` for a message; a type's name in its place if that fails.
func reprText(_ object: Ref) -> String {
    guard let repr = BtObject_Repr(object) else {
        BtErr_Clear()
        return "<\(typeName(object)) object>"
    }
    defer { Bt_DECREF_(repr) }
    return swiftString(repr)
}
