internal import CBaton
internal import CBaton.Host

// Importing a module by its full name: looked up, else found, loaded, initialised, recorded.

/// Make what import needs. False: no memory.
func finishImport() -> Bool {
    _bt_import.modules = BtDict_New()
    _bt_import.by_definition = BtList_New(0)
    return _bt_import.modules != nil && _bt_import.by_definition != nil
}

/// The module of this full name: a new reference, or nil with an exception set.
func importModule(_ name: Ref) -> Ref? {
    guard isStr(name) else { return raise(BtExc_TypeError, "module name must be a string") }
    let text = swiftString(name)
    guard !text.isEmpty else { return raise(BtExc_ValueError, "Empty module name") }
    if let parent = parentName(text), !parent.isEmpty, !importParent(parent, of: name) { return nil }
    while true {
        var known: Ref?
        guard BtDict_GetItemRef(_bt_import.modules, name, &known) >= 0 else { return nil }
        if let known, !isBeingImported(known) { return withoutNone(known, text) }
        switch beginLoading(text) {
        case .mine(let entry):
            defer { finishLoading(entry) }
            release(known)
            // It may have been finished, or given up, between the look and the turn.
            var current: Ref?
            guard BtDict_GetItemRef(_bt_import.modules, name, &current) >= 0 else { return nil }
            if let current { return withoutNone(current, text) }
            return findAndLoad(name, text, entry)
        case .lookAgain:
            release(known)
        case .circular:
            if let known { return known }
            return raiseImportError(
                "cannot import module '\(text)': its own init function imports it (a circular import)", module: text)
        }
    }
}

/// Import the package of a module that is not known yet, before this thread takes the module's turn: the package may import
/// the module itself. False with an exception set.
private func importParent(_ parent: String, of name: Ref) -> Bool {
    let known = BtDict_Contains(_bt_import.modules, name)
    if known != 0 { return known > 0 }
    guard let parentName = makeString(parent) else { return false }
    defer { Bt_DECREF_(parentName) }
    guard let module = importModule(parentName) else { return false }
    Bt_DECREF_(module)
    return true
}

/// Whether its import still runs.
private func isBeingImported(_ module: Ref) -> Bool {
    isModule(module) && module.module.pointee.md_initializing != 0
}

/// None in the dict of modules says that a module must not be imported.
private func withoutNone(_ module: Ref, _ name: String) -> Ref? {
    guard isNone(module) else { return module }
    return raiseModuleNotFound("import of \(name) halted; None in sys.modules", module: name)
}

private func findAndLoad(_ name: Ref, _ text: String, _ entry: UnsafeMutablePointer<Loading>) -> Ref? {
    if let module = initializeBuiltIn(name, text) { return module }
    guard !errorOccurred() else { return nil }
    guard !text.contains("/"), !text.contains("\0"), !text.hasPrefix("."), !text.hasSuffix(".") else {
        return raiseModuleNotFound("No module named '\(text)'", module: text)
    }
    var parent: Ref?
    defer { release(parent) }
    var folders: [String]?
    if let parentText = parentName(text) {
        guard let parentRef = makeString(parentText) else { return nil }
        defer { Bt_DECREF_(parentRef) }
        guard let imported = importModule(parentRef) else { return nil }
        parent = imported
        guard let path = packagePath(imported) else {
            if errorOccurred() { return nil }
            return raiseModuleNotFound(
                "No module named '\(text)'; '\(parentText)' is not a package", module: text)
        }
        folders = path
    }
    guard let module = load(name, text, folders, entry) else { return nil }
    if let parent, let attribute = makeString(lastComponent(text)) {
        if isModule(parent), BtObject_SetAttr(parent, attribute, module) < 0 { BtErr_Clear() }
        Bt_DECREF_(attribute)
    }
    return module
}

/// Find the file and run what it is. Files are read detached (R7).
private func load(
    _ name: Ref, _ text: String, _ folders: [String]?, _ entry: UnsafeMutablePointer<Loading>
) -> Ref? {
    let component = lastComponent(text)
    let function = "BtInit_\(component)"
    let places = folders ?? modulePath()
    let state = BtEval_SaveThread()
    let found = findModule(component, in: places)
    var loaded: Loaded?
    var source: Result<[UInt8], FileFailure>?
    if case .library(let path) = found { loaded = loadLibrary(path, initFunction: function) }
    if case .script(let path, _) = found { source = fileContents(path) }
    BtEval_RestoreThread(state)

    switch found {
    case .nothing(let looked):
        if parentName(text) == nil, standardModules.contains(text) { return raiseModuleNotDone(text) }
        return raiseModuleNotFound(
            "No module named '\(text)': neither \(component).so nor lib\(component).so is in \(listing(looked))",
            module: text)
    case .script(let path, let folder):
        switch source {
        case .success(let bytes): return runScriptModule(name, text, path: path, folder: folder, bytes)
        case .failure(let failure):
            return raiseImportError("cannot import '\(text)' from \(path): \(failure.text)", module: text, path: path)
        case nil: return nil
        }
    case .folder(let paths):
        return makePackage(name, paths)
    case .library(let path):
        switch loaded {
        case .success(let initialize):
            entry.pointee.path = path
            return initializeExtension(name, text, path: path, function: function, initialize)
        case .failure(let reason):
            return raiseImportError("cannot import '\(text)' from \(path): \(reason)", module: text, path: path)
        case nil:
            return nil
        }
    }
}

private func listing(_ folders: [String]) -> String {
    folders.isEmpty ? "any folder (BATON_PATH is empty)" : folders.joined(separator: ", ")
}

/// `__path__` of a package as text; nil, without an exception, for a module that is none.
func packagePath(_ module: Ref) -> [String]? {
    var path: Ref?
    guard BtObject_GetOptionalAttr(module, internedName("__path__"), &path) >= 0, let path else { return nil }
    defer { Bt_DECREF_(path) }
    guard let items = BtSequence_Tuple(path) else { return nil }
    defer { Bt_DECREF_(items) }
    return (0..<BtTuple_GET_SIZE_(items)).compactMap { index in
        let item = BtTuple_GET_ITEM_(items, index)!
        return isStr(item) ? swiftString(item) : nil
    }
}

/// A folder of modules: an empty module with `__path__`.
private func makePackage(_ name: Ref, _ paths: [String]) -> Ref? {
    guard let module = makeModule(named: name), let list = BtList_New(0) else { return nil }
    defer { Bt_DECREF_(list) }
    for path in paths {
        guard let item = makeString(path) else { return nil }
        defer { Bt_DECREF_(item) }
        if BtList_Append(list, item) < 0 { return nil }
    }
    guard BtObject_SetAttrString(module, "__path__", list) >= 0,
        BtObject_SetAttrString(module, "__package__", name) >= 0,
        BtDict_SetItem(_bt_import.modules, name, module) >= 0
    else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}

/// The full name for a module whose definition has a plain one: init functions know the last part only.
func importedName(_ plain: String) -> String {
    guard let current = currentLoading(), lastComponent(current.name) == lastComponent(plain) else { return plain }
    return current.name
}
