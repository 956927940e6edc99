internal import CBaton

// Raising ImportError with the name of the module and the file at fault.

/// Raise ImportError; `fromCause`: what was raised before becomes its cause. Returns nil.
func raiseImportError<T>(_ message: String, module: String, path: String? = nil, fromCause: Bool = false) -> T? {
    raiseImport(BtExc_ImportError, message, module, path ?? currentLoading()?.path, fromCause)
    return nil
}

/// Raise ModuleNotFoundError. Returns nil.
func raiseModuleNotFound<T>(_ message: String, module: String) -> T? {
    raiseImport(BtExc_ModuleNotFoundError, message, module, nil, false)
    return nil
}

private func raiseImport(_ type: Ref, _ message: String, _ module: String, _ path: String?, _ fromCause: Bool) {
    let cause = takeRaised()
    defer { release(cause) }
    let text = makeString(message)
    let name = makeString(module)
    let file = path.flatMap(makeString)
    defer {
        release(text)
        release(name)
        release(file)
    }
    guard text != nil, name != nil, path == nil || file != nil else { return }
    BtErr_SetImportErrorSubclass(type, text, name, file)
    if fromCause, let cause, let raised = takeRaised() {
        BtException_SetCause(raised, newReference(cause))
        BtException_SetContext(raised, newReference(cause))
        setRaised(raised)
    }
}
