internal import CBaton
internal import CBaton.Host

// What the statement `import` calls: relative names, `from` lists, the first part of a dotted name.

func importStatement(_ name: Ref, _ globals: Ref?, _ fromList: Ref?, _ level: CInt) -> Ref? {
    guard isStr(name) else { return raise(BtExc_TypeError, "module name must be a string") }
    guard level >= 0 else { return raise(BtExc_ValueError, "level must be >= 0") }
    var full = swiftString(name)
    if level > 0 {
        guard let package = package(of: globals), let base = ascend(package, Int(level) - 1) else { return nil }
        full = full.isEmpty ? base : "\(base).\(full)"
    }
    guard !full.isEmpty else { return raise(BtExc_ValueError, "Empty module name") }
    guard let fullName = makeString(full) else { return nil }
    defer { Bt_DECREF_(fullName) }
    guard let module = importModule(fullName) else { return nil }
    var hasList = false
    if let fromList, !isNone(fromList) {
        let truth = BtObject_IsTrue(fromList)
        if truth < 0 {
            Bt_DECREF_(module)
            return nil
        }
        hasList = truth > 0
    }
    if hasList {
        guard let fromList, importNames(fromList, from: module, full) else {
            Bt_DECREF_(module)
            return nil
        }
        return module
    }
    let given = swiftString(name)
    guard let dot = given.firstIndex(of: ".") else { return module }
    // `import a.b` binds a; `import .a.b` binds the a that is relative to the package.
    Bt_DECREF_(module)
    let kept = full.count - given.distance(from: dot, to: given.endIndex)
    guard let top = makeString(String(full.prefix(kept))) else { return nil }
    defer { Bt_DECREF_(top) }
    return importModule(top)
}

/// Import the names of a `from` list that are modules of the package and not yet attributes of it.
private func importNames(_ fromList: Ref, from module: Ref, _ full: String) -> Bool {
    let isPackage = BtObject_HasAttrStringWithError(module, "__path__")
    guard isPackage > 0 else { return isPackage == 0 }
    guard let names = BtSequence_Tuple(fromList) else { return false }
    defer { Bt_DECREF_(names) }
    for index in 0..<BtTuple_GET_SIZE_(names) {
        let item = BtTuple_GET_ITEM_(names, index)!
        guard isStr(item) else {
            return raiseStatus(BtExc_TypeError, "Item in ``from list'' must be str, not \(typeName(item))") == 0
        }
        let present = BtObject_HasAttrWithError(module, item)
        guard present >= 0 else { return false }
        let text = swiftString(item)
        if present > 0 || text == "*" { continue }
        guard let submodule = makeString("\(full).\(text)") else { return false }
        defer { Bt_DECREF_(submodule) }
        if let imported = importModule(submodule) {
            Bt_DECREF_(imported)
        } else if BtErr_ExceptionMatches(BtExc_ModuleNotFoundError) != 0 {
            // The statement says itself that the name is missing.
            BtErr_Clear()
        } else {
            return false
        }
    }
    return true
}

/// The package that relative names start from: `__package__`, else `__name__` without its last part.
private func package(of globals: Ref?) -> String? {
    guard let globals, isDict(globals) else {
        return raise(BtExc_KeyError, "'__name__' not in globals")
    }
    func text(_ key: StaticString) -> String?? {
        var value: Ref?
        guard BtDict_GetItemRef(globals, internedName(key), &value) >= 0 else { return nil }
        defer { release(value) }
        return .some(value.flatMap { isStr($0) ? swiftString($0) : nil })
    }
    guard let package = text("__package__") else { return nil }
    if let package, !package.isEmpty { return package }
    guard let name = text("__name__"), let isPackage = text("__path__") else { return nil }
    if let name {
        let base = isPackage != nil ? name : parentName(name)
        if let base { return base }
    }
    return raise(BtExc_ImportError, "attempted relative import with no known parent package")
}

private func ascend(_ package: String, _ steps: Int) -> String? {
    var current = package
    for _ in 0..<steps {
        guard let parent = parentName(current) else {
            return raise(BtExc_ImportError, "attempted relative import beyond top-level package")
        }
        current = parent
    }
    return current
}
