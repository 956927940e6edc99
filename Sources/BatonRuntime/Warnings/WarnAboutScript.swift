internal import CBaton
internal import CBaton.Host

/// Issue a warning about the line of a script that runs, `level` frames up; nil: no such frame.
func warnAboutScript(_ category: Ref, _ message: Ref, _ level: Int) -> CInt? {
    guard let state = _bt_current_thread().pointee.state else { return nil }
    var frame = state.frame
    for _ in 1..<max(level, 1) { frame = frame?.pointee.back }
    guard let frame else { return nil }
    let globals = frame.pointee.function.pointee.globals!
    guard let registry = registry(in: globals) else { return -1 }
    let line = lineOf(frame.pointee.code, max(frame.current, 0))
    var module = BtDict_GetItemWithError(globals, internedName("__name__"))
    if module == nil || !isStr(module!) {
        BtErr_Clear()
        module = internedName("<string>")
    }
    let place = WarningPlace(
        filename: frame.pointee.code.pointee.filename, line: line, module: module!, registry: registry)
    return warn(category, message, at: place)
}

/// `__warningregistry__` of a module, borrowed: which warnings have been shown about it.
private func registry(in globals: Ref) -> Ref? {
    let name = internedName("__warningregistry__")
    if let known = BtDict_GetItemWithError(globals, name), isDict(known) { return known }
    if errorOccurred() { return nil }
    guard let made = BtDict_New() else { return nil }
    defer { Bt_DECREF_(made) }
    return BtDict_SetItem(globals, name, made) < 0 ? nil : made
}
