internal import CBaton
internal import CBaton.Host

// How modules look: attributes, repr, dir.

/// An attribute; the module's own `__getattr__` is asked last.
func moduleAttribute(_ module: Ref, _ name: Ref) -> Ref? {
    if let found = BtObject_GenericGetAttr(module, name) { return found }
    guard BtErr_ExceptionMatches(BtExc_AttributeError) != 0 else { return nil }
    guard let dict = module.module.pointee.md_dict else { return nil }
    BtErr_Clear()
    var fallback: Ref?
    guard BtDict_GetItemRef(dict, internedName("__getattr__"), &fallback) >= 0 else { return nil }
    if let fallback {
        defer { Bt_DECREF_(fallback) }
        return BtObject_CallOneArg(fallback, name)
    }
    return raiseMissing(module, name)
}

private func raiseMissing(_ module: Ref, _ name: Ref) -> Ref? {
    guard let moduleName = nameIfKnown(module) else {
        return raise(BtExc_AttributeError, "module has no attribute '\(strText(name))'")
    }
    let partially = module.module.pointee.md_initializing != 0 ? "partially initialized " : ""
    let hint = partially.isEmpty ? "" : " (most likely due to a circular import)"
    return raiseAttributeError(
        module, name, "\(partially)module '\(moduleName)' has no attribute '\(strText(name))'\(hint)")
}

/// `__name__` as text, if it is one.
private func nameIfKnown(_ module: Ref) -> String? { stringAttribute(module, "__name__") }

/// A str in the module's dict as text; nil if there is none. Nothing is raised.
func stringAttribute(_ module: Ref, _ key: StaticString) -> String? {
    guard let dict = module.module.pointee.md_dict else { return nil }
    var value: Ref?
    guard BtDict_GetItemRef(dict, internedName(key), &value) >= 0 else {
        BtErr_Clear()
        return nil
    }
    guard let value else { return nil }
    defer { Bt_DECREF_(value) }
    return isStr(value) ? swiftString(value) : nil
}

/// `<module 'zlib' from '/folder/zlib.so'>`.
func moduleRepr(_ module: Ref) -> Ref? {
    let name = nameIfKnown(module) ?? "?"
    if let file = stringAttribute(module, "__file__") { return makeString("<module '\(name)' from '\(file)'>") }
    var spec: Ref?
    if let dict = module.module.pointee.md_dict, BtDict_GetItemRef(dict, internedName("__spec__"), &spec) < 0 {
        BtErr_Clear()
    }
    defer { release(spec) }
    let isBuiltIn = spec.map { $0.type == _bt_module_spec_type_() } ?? false
    return makeString(isBuiltIn ? "<module '\(name)' (built-in)>" : "<module '\(name)'>")
}

/// What the module's own `__dir__` gives, else the names in its dict.
func moduleDir(_ module: Ref) -> Ref? {
    guard let dict = module.module.pointee.md_dict else { return BtList_New(0) }
    var own: Ref?
    guard BtDict_GetItemRef(dict, internedName("__dir__"), &own) >= 0 else { return nil }
    guard let own else { return BtDict_Keys(dict) }
    defer { Bt_DECREF_(own) }
    return BtObject_CallNoArgs(own)
}
