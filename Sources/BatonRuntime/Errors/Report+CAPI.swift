internal import CBaton
internal import CBaton.Host
internal import Glibc

// Printing exceptions on standard error.

@c @implementation
public func BtErr_Print() { BtErr_PrintEx(1) }

@c @implementation
public func BtErr_PrintEx(_ set_sys_last_vars: CInt) {
    guard let raised = takeRaised() else { return }
    defer { Bt_DECREF_(raised) }
    if BtType_IsSubtype(raised.type, _bt_exc_SystemExit_()) != 0 { exitProcess(raised) }
    writeError(exceptionReport(raised))
}

@c @implementation
public func BtErr_DisplayException(_ exception: Ref!) {
    guard let exception, isException(exception) else { return }
    let raised = takeRaised()
    writeError(exceptionReport(exception))
    setRaised(raised)
}

@c @implementation
public func BtErr_Display(_ type: Ref!, _ value: Ref!, _ traceback: Ref!) {
    guard let value else { return }
    guard isException(value) else {
        return writeError(
            "TypeError: print_exception(): Exception expected for value, \(typeName(value)) found\n")
    }
    if let traceback, traceback.type == BtTraceBack_Type_(), value.exception.pointee.traceback == nil {
        _ = BtException_SetTraceback(value, traceback)
    }
    BtErr_DisplayException(value)
}

@c @implementation
public func BtErr_WriteUnraisable(_ object: Ref!) { _bt_write_unraisable(nil, object) }

@c @implementation
public func _BtErr_WriteUnraisableMsg(_ message: UnsafePointer<CChar>!, _ object: Ref!) {
    guard let message else { return _bt_write_unraisable(nil, object) }
    let raised = takeRaised()
    let text = makeString("Exception ignored " + String(cString: message))
    if text == nil { BtErr_Clear() }
    setRaised(raised)
    _bt_write_unraisable(text, object)
    release(text)
}

@c @implementation
public func _bt_write_unraisable(_ text: Ref!, _ object: Ref!) {
    guard let raised = takeRaised() else { return }
    defer { Bt_DECREF_(raised) }
    if tellUnraisableHook(raised, text, object) { return }
    let about = object.map(reprText)
    let title: String
    if let text {
        title = swiftString(text) + (about.map { ": \($0)" } ?? ":")
    } else if let about {
        title = "Exception ignored in: \(about)"
    } else {
        title = "Exception ignored in:"
    }
    writeError(title + "\n" + plainReport(raised))
}

/// End the process as a SystemExit says: an int is the status, None is 0, anything else is printed and 1.
private func exitProcess(_ raised: Ref) -> Never {
    let code = raised.as(BtSystemExitObject.self).pointee.code ?? noneRef
    if isNone(code) { exit(0) }
    if isInt(code) {
        var overflow: CInt = 0
        let status = BtLong_AsLongAndOverflow(code, &overflow)
        exit(overflow != 0 ? -1 : CInt(truncatingIfNeeded: status))
    }
    writeError(strText(code) + "\n")
    exit(1)
}
