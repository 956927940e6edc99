internal import CBaton
internal import CBaton.Host

@c @implementation
public func BtImport_ImportModule(_ name: UnsafePointer<CChar>!) -> Ref! {
    withName(name) { importModule($0) }
}

@c @implementation
public func BtImport_ImportModuleNoBlock(_ name: UnsafePointer<CChar>!) -> Ref! {
    withName(name) { importModule($0) }
}

@c @implementation
public func BtImport_Import(_ name: Ref!) -> Ref! {
    guard let name else { return badInternalCall() }
    return importModule(name)
}

@c @implementation
public func BtImport_ImportModuleLevelObject(
    _ name: Ref!, _ globals: Ref!, _ locals: Ref!, _ fromlist: Ref!, _ level: CInt
) -> Ref! {
    guard let name else { return raise(BtExc_ValueError, "Empty module name") }
    return importStatement(name, globals, fromlist, level)
}

@c @implementation
public func BtImport_ImportModuleLevel(
    _ name: UnsafePointer<CChar>!, _ globals: Ref!, _ locals: Ref!, _ fromlist: Ref!, _ level: CInt
) -> Ref! {
    withName(name) { importStatement($0, globals, fromlist, level) }
}

@c @implementation
public func BtImport_ImportModuleAttr(_ name: Ref!, _ attribute: Ref!) -> Ref! {
    guard let name, let attribute else { return badInternalCall() }
    guard let module = importModule(name) else { return nil }
    defer { Bt_DECREF_(module) }
    return BtObject_GetAttr(module, attribute)
}

@c @implementation
public func BtImport_ImportModuleAttrString(
    _ name: UnsafePointer<CChar>!, _ attribute: UnsafePointer<CChar>!
) -> Ref! {
    guard let attribute else { return badInternalCall() }
    return withName(name) { name in
        guard let module = importModule(name) else { return nil }
        defer { Bt_DECREF_(module) }
        return BtObject_GetAttrString(module, attribute)
    }
}

@c @implementation
public func BtImport_AddModuleRef(_ name: UnsafePointer<CChar>!) -> Ref! {
    withName(name) { addModule($0) }
}

@c @implementation
public func BtImport_AddModuleObject(_ name: Ref!) -> Ref! {
    guard let name else { return badInternalCall() }
    return borrowed(addModule(name))
}

@c @implementation
public func BtImport_AddModule(_ name: UnsafePointer<CChar>!) -> Ref! {
    borrowed(withName(name) { addModule($0) })
}

@c @implementation
public func BtImport_GetModule(_ name: Ref!) -> Ref! {
    guard let name else { return badInternalCall() }
    var module: Ref?
    guard BtDict_GetItemRef(_bt_import.modules, name, &module) >= 0 else { return nil }
    return module
}

@c @implementation
public func BtImport_GetModuleDict() -> Ref! { _bt_import.modules }

@c @implementation
public func _BtImport_SetModule(_ name: Ref!, _ module: Ref!) -> CInt {
    guard let name, let module else { return badInternalCallStatus() }
    return BtDict_SetItem(_bt_import.modules, name, module)
}

@c @implementation
public func BtImport_AppendInittab(
    _ name: UnsafePointer<CChar>!, _ init: (@convention(c) () -> Ref?)!
) -> CInt {
    guard let name, let function = `init` else { return -1 }
    BtMutex_Lock(_bt_import_mutex_())
    defer { BtMutex_Unlock(_bt_import_mutex_()) }
    let count = _bt_inittab_count_()
    guard count.pointee < Int(BT_INITTAB_SIZE) else { return -1 }
    let line = _bt_inittab(count.pointee)!
    line.pointee.name = name
    line.pointee.`init` = function
    count.pointee += 1
    return 0
}

private func withName(_ name: UnsafePointer<CChar>?, _ body: (Ref) -> Ref?) -> Ref? {
    guard let name else { return badInternalCall() }
    guard let text = BtUnicode_FromString(name) else { return nil }
    defer { Bt_DECREF_(text) }
    return body(text)
}

/// The module that is recorded, or an empty one that is recorded with this.
private func addModule(_ name: Ref) -> Ref? {
    var known: Ref?
    guard BtDict_GetItemRef(_bt_import.modules, name, &known) >= 0 else { return nil }
    if let known {
        if isModule(known) { return known }
        Bt_DECREF_(known)
    }
    guard let module = makeModule(named: name) else { return nil }
    guard BtDict_SetItem(_bt_import.modules, name, module) >= 0 else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}

/// The same object without the reference: the dict of modules keeps it.
private func borrowed(_ module: Ref?) -> Ref? {
    release(module)
    return module
}
