internal import CBaton
internal import CBaton.Host

// Warnings from C. Those with a variable number of arguments stand in errors.c.

@c @implementation
public func BtErr_WarnEx(_ category: Ref!, _ message: UnsafePointer<CChar>!, _ stack_level: Int) -> CInt {
    guard let message else { return badInternalCallStatus() }
    guard let text = BtUnicode_FromString(message) else { return -1 }
    defer { Bt_DECREF_(text) }
    return _bt_warn(category, text, stack_level, nil)
}

@c @implementation
public func _bt_warn(_ category: Ref!, _ message: Ref!, _ stack_level: Int, _ source: Ref!) -> CInt {
    if let status = warnAboutScript(category ?? BtExc_RuntimeWarning, message, stack_level) { return status }
    // No frame tells a line: as in Python where none is found.
    guard let file = makeString("<sys>") else { return -1 }
    defer { Bt_DECREF_(file) }
    let place = WarningPlace(filename: file, line: 0, module: internedName("sys"), registry: _bt_warnings.registry)
    return warn(category ?? BtExc_RuntimeWarning, message, at: place)
}

@c @implementation
public func BtErr_WarnExplicitObject(
    _ category: Ref!, _ message: Ref!, _ filename: Ref!, _ line: CInt, _ module: Ref!, _ registry: Ref!
) -> CInt {
    guard let message, let filename, isStr(filename) else { return badInternalCallStatus() }
    let memory = registry.flatMap { isNone($0) ? nil : $0 }
    if let memory, !isDict(memory) {
        return raiseStatus(BtExc_TypeError, "'registry' must be a dict or None")
    }
    guard let name = module.map(newReference) ?? makeString(moduleName(swiftString(filename))) else { return -1 }
    defer { Bt_DECREF_(name) }
    let place = WarningPlace(filename: filename, line: line, module: name, registry: memory)
    return warn(category ?? BtExc_RuntimeWarning, message, at: place)
}

@c @implementation
public func BtErr_WarnExplicit(
    _ category: Ref!, _ message: UnsafePointer<CChar>!, _ filename: UnsafePointer<CChar>!, _ line: CInt,
    _ module: UnsafePointer<CChar>!, _ registry: Ref!
) -> CInt {
    guard let message, let filename else { return badInternalCallStatus() }
    guard let text = BtUnicode_FromString(message) else { return -1 }
    defer { Bt_DECREF_(text) }
    guard let file = BtUnicode_DecodeFSDefault(filename) else { return -1 }
    defer { Bt_DECREF_(file) }
    let name = module.flatMap { BtUnicode_FromString($0) }
    defer { release(name) }
    guard module == nil || name != nil else { return -1 }
    return BtErr_WarnExplicitObject(category, text, file, line, name, registry)
}

/// What Python calls a module that is only known by its file.
private func moduleName(_ file: String) -> String {
    if file.isEmpty { return "<unknown>" }
    return file.hasSuffix(".py") ? String(file.dropLast(3)) : file
}
