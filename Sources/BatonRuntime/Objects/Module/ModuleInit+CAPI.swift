public import CBaton
internal import CBaton.Host

// What init functions call, and modules by their definition.

@c @implementation
public func BtModuleDef_Init(_ def: UnsafeMutablePointer<BtModuleDef>!) -> Ref! {
    guard let def else { return badInternalCall() }
    initialize(def)
    // SAFETY: because a definition begins with an object head.
    return UnsafeMutableRawPointer(def).assumingMemoryBound(to: BtObject.self)
}

@c @implementation
public func BtModule_Create2(_ def: UnsafeMutablePointer<BtModuleDef>!, _ abi: CInt) -> Ref! {
    guard let def else { return badInternalCall() }
    return makeModule(from: def, abi: abi)
}

@c @implementation
public func BtModule_FromDefAndSpec2(
    _ def: UnsafeMutablePointer<BtModuleDef>!, _ spec: Ref!, _ abi: CInt
) -> Ref! {
    guard let def, let spec else { return badInternalCall() }
    return makeModule(from: def, spec: spec, abi: abi)
}

@c @implementation
public func BtModule_ExecDef(_ module: Ref!, _ def: UnsafeMutablePointer<BtModuleDef>!) -> CInt {
    guard let module, let def, isModule(module) else { return badInternalCallStatus() }
    return execute(module, def)
}

@c @implementation
public func BtModule_GetDef(_ module: Ref!) -> UnsafeMutablePointer<BtModuleDef>! {
    guard let module, isModule(module) else {
        BtErr_BadArgument()
        return nil
    }
    return module.module.pointee.md_def
}

@c @implementation
public func BtState_FindModule(_ def: UnsafeMutablePointer<BtModuleDef>!) -> Ref! {
    guard let def, def.pointee.m_slots == nil, let list = _bt_import.by_definition else { return nil }
    let index = def.pointee.m_base.m_index
    guard index > 0, index < BtList_Size(list), let module = BtList_GetItem(list, index), !isNone(module) else {
        return nil
    }
    return module
}

@c @implementation
public func BtState_AddModule(_ module: Ref!, _ def: UnsafeMutablePointer<BtModuleDef>!) -> CInt {
    guard let module, let def, let list = _bt_import.by_definition else { return badInternalCallStatus() }
    guard def.pointee.m_slots == nil else {
        return raiseStatus(BtExc_SystemError, "BtState_AddModule called on module with slots")
    }
    initialize(def)
    let index = def.pointee.m_base.m_index
    while BtList_Size(list) <= index {
        if BtList_Append(list, noneRef) < 0 { return -1 }
    }
    return BtList_SetItem(list, index, newReference(module))
}

@c @implementation
public func BtState_RemoveModule(_ def: UnsafeMutablePointer<BtModuleDef>!) -> CInt {
    guard let def, def.pointee.m_slots == nil else {
        return raiseStatus(BtExc_SystemError, "BtState_RemoveModule called on module with slots")
    }
    guard BtState_FindModule(def) != nil else {
        return raiseStatus(BtExc_SystemError, "BtState_RemoveModule: the module was never added")
    }
    return BtList_SetItem(_bt_import.by_definition, def.pointee.m_base.m_index, noneRef)
}
