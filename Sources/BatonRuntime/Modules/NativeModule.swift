internal import CBaton
internal import CBaton.Host

// Modules of the host itself: a name, functions, and a function that adds the rest.

/// Make a module with functions and what `fill` adds. Nil with an exception set.
func makeNativeModule(
    _ name: StaticString, doc: StaticString, _ functions: [BtMethodDef], _ fill: (Ref) -> Bool = { _ in true }
) -> Ref? {
    guard let module = BtModule_New(cString(name)) else { return nil }
    guard BtModule_AddFunctions(module, methodTable(functions)) >= 0,
        BtModule_SetDocString(module, cString(doc)) >= 0, fill(module)
    else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}

/// Make a type that lives as long as the process: `fill` sets the slots. Nil with an exception set.
///
/// `name` is "module.name", as tp_name has it.
func makeNativeType(_ name: StaticString, base: TypeRef? = nil, _ fill: (TypeRef) -> Void) -> TypeRef? {
    let type = permanent(BtTypeObject())
    type.ref.pointee.ob_owner = UInt16(BT_OWNER_IMMORTAL)
    type.ref.pointee.ob_type = BtType_Type_()
    type.pointee.tp_name = cString(name)
    type.pointee.tp_base = base
    fill(type)
    return readyType(type) == 0 ? type : nil
}

/// Add an attribute to a module; the reference is taken over, nil fails.
func add(_ module: Ref, _ name: StaticString, _ value: Ref?) -> Bool {
    guard let value else { return false }
    defer { Bt_DECREF_(value) }
    guard let dict = BtModule_GetDict(module) else { return false }
    return BtDict_SetItem(dict, internedName(name), value) >= 0
}

/// Add a type to a module under its own name.
func add(_ module: Ref, _ type: TypeRef?) -> Bool {
    guard let type else { return false }
    return BtModule_AddType(module, type) >= 0
}

/// A tuple of new references that are taken over; nil if one of them is nil.
func tuple(taking items: Ref?...) -> Ref? {
    defer { for item in items { release(item) } }
    guard items.allSatisfy({ $0 != nil }) else { return nil }
    return items.withUnsafeBufferPointer { makeTuple($0.baseAddress!, count: items.count) }
}
