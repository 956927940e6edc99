internal import CBaton

// Module objects: making, freeing, slots.

typealias ModuleRef = UnsafeMutablePointer<BtModuleObject>

extension Ref {
    @inline(__always)
    var module: ModuleRef { self.as(BtModuleObject.self) }
}

/// An empty module with a name: `__name__`, and None for what is not known. Nil: an exception is set.
func makeModule(named name: Ref) -> Ref? {
    guard let module = allocateModule(BtModule_Type_()) else { return nil }
    guard fillModule(module, name, doc: noneRef) else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}

/// A module object with an empty dict.
private func allocateModule(_ type: TypeRef) -> Ref? {
    guard let dict = BtDict_New() else { return nil }
    guard let module = type.pointee.tp_alloc(type, 0) else {
        Bt_DECREF_(dict)
        return nil
    }
    module.pointee.ob_flags |= UInt8(BT_FLAG_DEFERRED)
    module.module.pointee.md_dict = dict
    module.module.pointee.md_gil = 1
    return module
}

/// Set the attributes that every module has.
private func fillModule(_ module: Ref, _ name: Ref, doc: Ref) -> Bool {
    guard let dict = module.module.pointee.md_dict else { return false }
    let attributes: [(StaticString, Ref)] = [
        ("__name__", name), ("__doc__", doc), ("__package__", noneRef), ("__loader__", noneRef), ("__spec__", noneRef),
    ]
    for (key, value) in attributes where BtDict_SetItem(dict, internedName(key), value) < 0 { return false }
    if isStr(name) { release(exchange(&module.module.pointee.md_name, newReference(name))) }
    return true
}

func setUpModule() {
    let type = BtModule_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtModuleObject>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_GC)
    type.pointee.tp_dictoffset = MemoryLayout<BtModuleObject>.offset(of: \.md_dict)!
    type.pointee.tp_weaklistoffset = MemoryLayout<BtModuleObject>.offset(of: \.md_weaklist)!
    type.pointee.tp_new = { type, _, _ in allocateModule(type!) }
    type.pointee.tp_init = { module, args, kwargs in initializeModule(module!, args!, kwargs) }
    type.pointee.tp_dealloc = { deallocModule($0!) }
    type.pointee.tp_traverse = { module, visitor, context in
        traverseModule(module!, visitor!, context)
    }
    type.pointee.tp_clear = { module in clearModule(module!) }
    type.pointee.tp_repr = { moduleRepr($0!) }
    type.pointee.tp_getattro = { module, name in moduleAttribute(module!, name!) }
    type.pointee.tp_setattro = { module, name, value in BtObject_GenericSetAttr(module, name, value) }
    type.pointee.tp_members = memberTable([
        member("__dict__", BT_T_OBJECT_, offset: MemoryLayout<BtModuleObject>.offset(of: \.md_dict)!)
    ])
    type.pointee.tp_methods = methodTable([
        method("__dir__", BT_METH_NOARGS, doc: "__dir__() -> list\nspecialized dir() implementation") { module, _ in
            moduleDir(module!)
        }
    ])
}

func setUpModuleDef() {
    let type = BtModuleDef_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtModuleDef>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_DISALLOW_INSTANTIATION)
}

/// `module(name, doc=None)`.
private func initializeModule(_ module: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    guard let keywords = keywordValues(["name", "doc"], kwargs, "module") else { return -1 }
    let count = BtTuple_GET_SIZE_(args)
    guard count <= 2 else {
        return raiseStatus(BtExc_TypeError, "module() takes at most 2 arguments (\(count) given)")
    }
    guard let name = count > 0 ? argument(args, 0) : keywords[0] else {
        return raiseStatus(BtExc_TypeError, "module() missing required argument 'name' (pos 1)")
    }
    guard isStr(name) else {
        return raiseStatus(BtExc_TypeError, "module() argument 'name' must be str, not \(typeName(name))")
    }
    return fillModule(module, name, doc: count > 1 ? argument(args, 1) : keywords[1] ?? noneRef) ? 0 : -1
}

/// Whether the functions of the definition may be called: they expect the state that exec makes.
private func definitionIsActive(_ module: BtModuleObject) -> Bool {
    guard let def = module.md_def else { return false }
    return def.pointee.m_size <= 0 || module.md_state != nil
}

private func deallocModule(_ object: Ref) {
    BtObject_GC_UnTrack(object)
    BtObject_ClearWeakRefs(object)
    let module = object.module
    if definitionIsActive(module.pointee) { module.pointee.md_def.pointee.m_free?(object) }
    release(exchange(&module.pointee.md_dict, nil))
    release(exchange(&module.pointee.md_name, nil))
    BtMem_Free(module.pointee.md_state)
    object.type.pointee.tp_free(object)
}

private func traverseModule(_ object: Ref, _ visitor: visitproc, _ context: UnsafeMutableRawPointer?) -> CInt {
    let module = object.module.pointee
    if definitionIsActive(module), let traverse = module.md_def.pointee.m_traverse {
        let stop = traverse(object, visitor, context)
        if stop != 0 { return stop }
    }
    return visit(module.md_dict, with: visitor, context)
}

private func clearModule(_ object: Ref) -> CInt {
    let module = object.module
    if definitionIsActive(module.pointee), let clear = module.pointee.md_def.pointee.m_clear {
        let status = clear(object)
        if errorOccurred() { BtErr_WriteUnraisable(nil) }
        if status != 0 { return status }
    }
    release(exchange(&module.pointee.md_dict, nil))
    return 0
}
