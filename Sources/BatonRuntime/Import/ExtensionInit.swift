internal import CBaton
internal import CBaton.Host

// Running the init function of an extension, and checking what it gives.

/// Initialise a module of the program's own, if the table of them has the name; nil without an exception if not.
func initializeBuiltIn(_ name: Ref, _ text: String) -> Ref? {
    BtMutex_Lock(_bt_import_mutex_())
    let count = _bt_inittab_count_().pointee
    BtMutex_Unlock(_bt_import_mutex_())
    for index in 0..<count {
        let line = _bt_inittab(index).pointee
        guard String(cString: line.name) == text, let initialize = line.`init` else { continue }
        // The host may have loaded the library itself.
        _bt_check_bind()
        return initializeExtension(name, text, path: nil, function: "BtInit_\(lastComponent(text))", initialize)
    }
    return makeNativeModule(named: name, text)
}

/// Run an init function and finish what it began. The module is recorded, or an ImportError tells what is wrong.
func initializeExtension(
    _ name: Ref, _ text: String, path: String?, function: String, _ initialize: InitFunction
) -> Ref? {
    func wrong(_ reason: String) -> String { "cannot import '\(text)' from \(path ?? "the program"): \(reason)" }
    let result = CheckedCall.run(named: function) { initialize() }
    guard let result else {
        if errorOccurred() { return nil }
        return raiseImportError(
            wrong("\(function) returned NULL without setting an exception (R9)"), module: text, path: path)
    }
    if errorOccurred() {
        return raiseImportError(
            wrong("\(function) returned a result with an exception set (R9)"), module: text, path: path, fromCause: true
        )
    }
    guard let type = result.pointee.ob_type else {
        return raiseImportError(
            wrong("\(function) returned an object without a type: return BtModuleDef_Init(&definition)"),
            module: text, path: path)
    }
    if type == BtModuleDef_Type_() {
        let def = result.as(BtModuleDef.self)
        if let reason = versionMismatch(def, abi: BT_ABI_VERSION) {
            return raiseImportError(wrong(reason), module: text, path: path)
        }
        return runPhases(name, def, path: path)
    }
    guard isModule(result) else {
        let reason = wrong("\(function) returned a \(typeName(result)), neither a module nor a definition")
        Bt_DECREF_(result)
        return raiseImportError(reason, module: text, path: path)
    }
    return recordSinglePhase(name, result, path: path)
}

/// Make and record the module, then run its exec slots: what they import may already find it.
private func runPhases(_ name: Ref, _ def: DefinitionRef, path: String?) -> Ref? {
    guard let origin = makeString(path ?? "built-in") else { return nil }
    defer { Bt_DECREF_(origin) }
    guard let spec = makeModuleSpec(name, origin: origin) else { return nil }
    defer { Bt_DECREF_(spec) }
    guard let module = makeModule(from: def, spec: spec, abi: BT_ABI_VERSION) else { return nil }
    if isModule(module) { module.module.pointee.md_initializing = 1 }
    guard describe(module, name, spec: spec, file: path == nil ? nil : origin),
        BtDict_SetItem(_bt_import.modules, name, module) >= 0
    else {
        Bt_DECREF_(module)
        return nil
    }
    guard isModule(module) else { return module }
    let status = execute(module, def)
    module.module.pointee.md_initializing = 0
    guard status == 0 else {
        forget(name)
        Bt_DECREF_(module)
        return nil
    }
    return recorded(name, instead: module)
}

private func recordSinglePhase(_ name: Ref, _ module: Ref, path: String?) -> Ref? {
    if let def = module.module.pointee.md_def, BtState_AddModule(module, def) < 0 {
        Bt_DECREF_(module)
        return nil
    }
    let file = path.flatMap(makeString)
    defer { release(file) }
    guard path == nil || file != nil, describe(module, name, spec: nil, file: file),
        BtDict_SetItem(_bt_import.modules, name, module) >= 0
    else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}

/// Set what import knows of a module; one that is not a module object takes what it takes.
private func describe(_ module: Ref, _ name: Ref, spec: Ref?, file: Ref?) -> Bool {
    let package = makeString(parentName(swiftString(name)) ?? "")
    defer { release(package) }
    guard let package else { return false }
    let attributes: [(StaticString, Ref?)] = [("__spec__", spec), ("__file__", file), ("__package__", package)]
    for case (let key, let value?) in attributes
    where BtObject_SetAttr(module, internedName(key), value) < 0 {
        if isModule(module) { return false }
        BtErr_Clear()
    }
    return true
}

/// Take a module whose init failed out of the record; its own exception stays.
private func forget(_ name: Ref) {
    let raised = takeRaised()
    if BtDict_DelItem(_bt_import.modules, name) < 0 { BtErr_Clear() }
    setRaised(raised)
}

/// What is recorded under the name: a module may have put something else in its place.
private func recorded(_ name: Ref, instead module: Ref) -> Ref? {
    var current: Ref?
    guard BtDict_GetItemRef(_bt_import.modules, name, &current) >= 0 else {
        Bt_DECREF_(module)
        return nil
    }
    guard let current else { return module }
    Bt_DECREF_(module)
    return current
}
