internal import CBaton

// Raising from Swift, for cold code. A function that fails ends in `return raise(BtExc_TypeError, "message")`.

/// Raise an exception class with a text; returns nil, as whatever optional the caller returns.
@inline(never)
package func raise<T>(_ exception: Ref, _ message: String) -> T? {
    message.withCString { BtErr_SetString(exception, $0) }
    return nil
}

/// Raise an exception class with a text; returns nil.
@inline(never)
package func raise(_ exception: Ref, _ message: String) -> Ref? {
    message.withCString { BtErr_SetString(exception, $0) }
    return nil
}

/// Raise an exception class with a text; returns -1.
@inline(never)
package func raiseStatus(_ exception: Ref, _ message: String) -> CInt {
    message.withCString { BtErr_SetString(exception, $0) }
    return -1
}

/// Raise MemoryError without allocating anything; returns nil, as whatever optional the caller returns.
package func raiseNoMemory<T>() -> T? {
    BtErr_NoMemory()
    return nil
}

/// Raise MemoryError without allocating anything; returns nil.
@discardableResult
package func raiseNoMemory() -> Ref? {
    BtErr_NoMemory()
    return nil
}

/// Raise SystemError: a function of the API was given an object of the wrong kind; returns nil, as whatever optional the
/// caller returns.
package func badInternalCall<T>(file: StaticString = #fileID, line: UInt = #line) -> T? {
    raiseBadInternalCall(file, line)
    return nil
}

/// Raise SystemError: a function of the API was given an object of the wrong kind; returns nil.
@discardableResult
package func badInternalCall(file: StaticString = #fileID, line: UInt = #line) -> Ref? {
    raiseBadInternalCall(file, line)
    return nil
}

/// As `badInternalCall`; returns -1.
package func badInternalCallStatus(file: StaticString = #fileID, line: UInt = #line) -> CInt {
    raiseBadInternalCall(file, line)
    return -1
}

@inline(never)
private func raiseBadInternalCall(_ file: StaticString, _ line: UInt) {
    // SAFETY: because a StaticString's storage ends in a zero byte and is never freed.
    file.withUTF8Buffer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { _BtErr_BadInternalCall($0.baseAddress, CInt(line)) }
    }
}

/// Whether an exception is raised.
@inline(__always)
package func errorOccurred() -> Bool { _bt_current_thread().pointee.state?.pointee.current_exception != nil }

/// Raise an exception class with a text; what was raised before becomes the cause and the context. Returns nil.
@inline(never)
func raiseFromCause<T>(_ exception: Ref, _ message: String) -> T? {
    let cause = takeRaised()
    message.withCString { BtErr_SetString(exception, $0) }
    guard let cause, let raised = takeRaised() else { return nil }
    BtException_SetCause(raised, newReference(cause))
    BtException_SetContext(raised, cause)
    setRaised(raised)
    return nil
}
