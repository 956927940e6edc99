internal import CBaton

@c @implementation
public func _BtTraceback_Add(_ function: UnsafePointer<CChar>!, _ filename: UnsafePointer<CChar>!, _ line: CInt) {
    guard let raised = takeRaised() else { return }
    let name = BtUnicode_FromString(function ?? cString("?"))
    let file = BtUnicode_FromString(filename ?? cString("?"))
    if let name, let file,
        let place = makeTraceback(
            raised.exception.pointee.traceback, frame: nil, function: name, filename: file, line: line)
    {
        _ = BtException_SetTraceback(raised, place)
        Bt_DECREF_(place)
    }
    release(name)
    release(file)
    // A place that could not be made is left out: the exception itself matters more.
    BtErr_Clear()
    setRaised(raised)
}

@c @implementation
public func BtTraceBack_Print(_ traceback: Ref!, _ file: Ref!) -> CInt {
    guard let traceback else { return 0 }
    guard traceback.type == BtTraceBack_Type_() else { return badInternalCallStatus() }
    let report = tracebackReport(traceback)
    guard let file, !isNone(file) else {
        writeError(report)
        return 0
    }
    guard let text = makeString(report) else { return -1 }
    defer { Bt_DECREF_(text) }
    guard let result = BtObject_CallMethodOneArg(file, internedName("write"), text) else { return -1 }
    Bt_DECREF_(result)
    return 0
}
