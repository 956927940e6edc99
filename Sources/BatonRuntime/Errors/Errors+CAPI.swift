internal import CBaton
internal import CBaton.Host

// Raising and looking: the small functions of errors.h. Those with a variable number of arguments stand in errors.c.

@c @implementation
public func BtErr_SetString(_ exception: Ref!, _ message: UnsafePointer<CChar>!) {
    guard let exception else { return _BtErr_BadInternalCall("BtErr_SetString", 0) }
    guard let text = BtUnicode_FromString(message ?? cString("")) else { return }
    raiseObject(exception, text)
    Bt_DECREF_(text)
}

@c @implementation
public func BtErr_SetObject(_ exception: Ref!, _ value: Ref!) {
    guard let exception else { return BtErr_Clear() }
    raiseObject(exception, value)
}

@c @implementation
public func BtErr_SetNone(_ exception: Ref!) {
    guard let exception else { return BtErr_Clear() }
    raiseObject(exception, nil)
}

@c @implementation
public func BtErr_NoMemory() -> Ref! {
    raisePreparedMemoryError()
    return nil
}

@c @implementation
public func BtErr_BadArgument() -> CInt {
    BtErr_SetString(BtExc_TypeError, "bad argument type for built-in operation")
    return 0
}

@c @implementation
public func _BtErr_BadInternalCall(_ filename: UnsafePointer<CChar>!, _ line: CInt) {
    let place = filename.map { String(cString: $0) } ?? "?"
    let _: Ref? = raise(BtExc_SystemError, "\(place):\(line): bad argument to internal function")
}

@c @implementation
public func BtErr_BadInternalCall() {
    BtErr_SetString(BtExc_SystemError, "bad argument to internal function")
}

@c @implementation
public func BtErr_Occurred() -> Ref! {
    guard let state = _bt_current_thread().pointee.state, let raised = state.pointee.current_exception else {
        return nil
    }
    return raised.type.ref
}

@c @implementation
public func BtErr_Clear() {
    if let raised = takeRaised() { Bt_DECREF_(raised) }
}

@c @implementation
public func BtErr_ExceptionMatches(_ classes: Ref!) -> CInt {
    BtErr_GivenExceptionMatches(BtErr_Occurred(), classes)
}

@c @implementation
public func BtErr_GivenExceptionMatches(_ given: Ref!, _ classes: Ref!) -> CInt {
    guard let given, let classes else { return 0 }
    return exceptionMatches(given, classes) ? 1 : 0
}

@c @implementation
public func BtErr_GetRaisedException() -> Ref! { takeRaised() }

@c @implementation
public func BtErr_SetRaisedException(_ exception: Ref!) {
    if let exception, !isException(exception) {
        let text = "BtErr_SetRaisedException: expected an exception, got \(typeName(exception))"
        Bt_DECREF_(exception)
        let _: Ref? = raise(BtExc_SystemError, text)
        return
    }
    setRaised(exception)
}

@c @implementation
public func BtErr_GetHandledException() -> Ref! {
    guard let handled = attachedState("BtErr_GetHandledException").pointee.handled_exception, !isNone(handled) else {
        return nil
    }
    Bt_INCREF_(handled)
    return handled
}

@c @implementation
public func BtErr_SetHandledException(_ exception: Ref!) {
    let state = attachedState("BtErr_SetHandledException")
    let old = state.pointee.handled_exception
    if let exception, !isNone(exception) {
        Bt_INCREF_(exception)
        state.pointee.handled_exception = exception
    } else {
        state.pointee.handled_exception = nil
    }
    if let old { Bt_DECREF_(old) }
}
