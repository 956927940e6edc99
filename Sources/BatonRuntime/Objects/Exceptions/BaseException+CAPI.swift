internal import CBaton

// The attributes of exceptions from C.

@c @implementation
public func BtException_GetTraceback(_ exception: Ref!) -> Ref! { field(exception) { $0.pointee.traceback } }

@c @implementation
public func BtException_SetTraceback(_ exception: Ref!, _ traceback: Ref!) -> CInt {
    guard let exception, isException(exception), let traceback else { return badInternalCallStatus() }
    guard isNone(traceback) || traceback.type == BtTraceBack_Type_() else {
        return raiseStatus(BtExc_TypeError, "__traceback__ must be a traceback or None")
    }
    setField(exception, isNone(traceback) ? nil : newReference(traceback)) { exchange(&$0.pointee.traceback, $1) }
    return 0
}

@c @implementation
public func BtException_GetCause(_ exception: Ref!) -> Ref! { field(exception) { $0.pointee.cause } }

@c @implementation
public func BtException_SetCause(_ exception: Ref!, _ cause: Ref!) {
    guard let exception, isException(exception) else { return release(cause) }
    exception.exception.pointee.suppress_context = 1
    setField(exception, withoutNone(cause)) { exchange(&$0.pointee.cause, $1) }
}

@c @implementation
public func BtException_GetContext(_ exception: Ref!) -> Ref! { field(exception) { $0.pointee.context } }

@c @implementation
public func BtException_SetContext(_ exception: Ref!, _ context: Ref!) {
    guard let exception, isException(exception) else { return release(context) }
    setField(exception, withoutNone(context)) { exchange(&$0.pointee.context, $1) }
}

@c @implementation
public func BtException_GetArgs(_ exception: Ref!) -> Ref! { field(exception) { $0.pointee.args } }

@c @implementation
public func BtException_SetArgs(_ exception: Ref!, _ args: Ref!) {
    guard let exception, isException(exception), let args, isTuple(args) else {
        let _: Ref? = badInternalCall()
        return
    }
    setField(exception, newReference(args)) { exchange(&$0.pointee.args, $1) }
}

@c @implementation
public func BtExceptionClass_Name(_ type: Ref!) -> UnsafePointer<CChar>! {
    guard let type, isType(type) else { return nil }
    return UnsafePointer(asType(type).pointee.tp_name)
}

/// A new reference to what a field of the head holds, or nil.
@inline(__always)
private func field(_ object: Ref?, _ read: (BaseException) -> Ref?) -> Ref? {
    guard let object, isException(object) else { return nil }
    return locked(object) { read(object.exception).map(newReference) }
}

/// Store a reference, taken over, and drop the one that `store` gives back.
@inline(__always)
private func setField(_ object: Ref, _ value: Ref?, _ store: (BaseException, Ref?) -> Ref?) {
    release(locked(object) { store(object.exception, value) })
}

/// The reference without None, which is immortal and stands for "nothing".
private func withoutNone(_ object: Ref?) -> Ref? { object.flatMap { isNone($0) ? nil : $0 } }
