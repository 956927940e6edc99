internal import CBaton

// The older face of the indicator: class, value and traceback apart. The indicator itself always holds an exception
// object; these take it to pieces and put it together.

private typealias Out = UnsafeMutablePointer<Ref?>

@c @implementation
public func BtErr_Fetch(
    _ type: UnsafeMutablePointer<Ref?>!, _ value: UnsafeMutablePointer<Ref?>!, _ traceback: UnsafeMutablePointer<Ref?>!
) {
    let raised = takeRaised()
    type?.pointee = raised.map { newReference($0.type.ref) }
    traceback?.pointee = raised.flatMap { BtException_GetTraceback($0) }
    if let value {
        value.pointee = raised
    } else if let raised {
        Bt_DECREF_(raised)
    }
}

@c @implementation
public func BtErr_Restore(_ type: Ref!, _ value: Ref!, _ traceback: Ref!) {
    defer {
        if let type { Bt_DECREF_(type) }
        if let value { Bt_DECREF_(value) }
        if let traceback { Bt_DECREF_(traceback) }
    }
    guard let type else { return BtErr_Clear() }
    guard isExceptionClass(type) else {
        let _: Ref? = raise(BtExc_SystemError, "BtErr_Restore: \(reprText(type)) is not a BaseException subclass")
        return
    }
    let exception: Ref
    if let value, isException(value), BtType_IsSubtype(value.type, asType(type)) != 0 {
        exception = newReference(value)
    } else {
        BtErr_Clear()
        guard let made = makeException(type, value) else { return }
        exception = made
    }
    if let traceback, !isNone(traceback), BtException_SetTraceback(exception, traceback) < 0 {
        Bt_DECREF_(exception)
        return
    }
    setRaised(exception, "BtErr_Restore")
}

@c @implementation
public func BtErr_NormalizeException(
    _ type: UnsafeMutablePointer<Ref?>!, _ value: UnsafeMutablePointer<Ref?>!, _ traceback: UnsafeMutablePointer<Ref?>!
) {
    guard let type, let value, let given = type.pointee, isExceptionClass(given) else { return }
    if let exception = value.pointee, isException(exception) {
        let actual = exception.type.ref
        if BtType_IsSubtype(asType(actual), asType(given)) != 0 {
            if actual != given { replace(type, newReference(actual)) }
            return
        }
    }
    if let made = makeException(given, value.pointee) {
        let actual = made.type.ref
        replace(value, made)
        if actual != given { replace(type, newReference(actual)) }
        return
    }
    // Making the exception failed: the failure takes its place.
    guard let failure = takeRaised() else { return }
    replace(type, newReference(failure.type.ref))
    if let traceback, traceback.pointee == nil { traceback.pointee = BtException_GetTraceback(failure) }
    replace(value, failure)
}

@c @implementation
public func _BtErr_ChainExceptions(_ type: Ref!, _ value: Ref!, _ traceback: Ref!) {
    guard BtErr_Occurred() != nil else { return BtErr_Restore(type, value, traceback) }
    let current = takeRaised()
    BtErr_Restore(type, value, traceback)
    let earlier = takeRaised()
    setRaised(current)
    _BtErr_ChainExceptions1(earlier)
}

@c @implementation
public func _BtErr_ChainExceptions1(_ exception: Ref!) {
    guard let exception else { return }
    guard let current = takeRaised() else { return setRaised(exception) }
    if current == exception {
        Bt_DECREF_(exception)
    } else {
        setContext(current, exception)
    }
    setRaised(current)
}

@c @implementation
public func BtErr_GetExcInfo(
    _ type: UnsafeMutablePointer<Ref?>!, _ value: UnsafeMutablePointer<Ref?>!, _ traceback: UnsafeMutablePointer<Ref?>!
) {
    let handled = BtErr_GetHandledException()
    type?.pointee = handled.map { newReference($0.type.ref) } ?? noneRef
    traceback?.pointee = handled.flatMap { BtException_GetTraceback($0) } ?? noneRef
    if let value {
        value.pointee = handled ?? noneRef
    } else if let handled {
        Bt_DECREF_(handled)
    }
}

@c @implementation
public func BtErr_SetExcInfo(_ type: Ref!, _ value: Ref!, _ traceback: Ref!) {
    BtErr_SetHandledException(value)
    if let type { Bt_DECREF_(type) }
    if let value { Bt_DECREF_(value) }
    if let traceback { Bt_DECREF_(traceback) }
}

/// Put a reference, taken over, into a variable and drop the one that it held.
private func replace(_ variable: Out, _ value: Ref) {
    let old = variable.pointee
    variable.pointee = value
    if let old { Bt_DECREF_(old) }
}
