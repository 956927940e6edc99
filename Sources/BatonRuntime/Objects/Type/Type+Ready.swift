internal import CBaton
internal import CBaton.Host

// BtType_Ready: from a filled struct to a type that can be used. The order of the steps is CPython's.

/// Finish a type; -1: an exception is set.
func readyType(_ type: TypeRef) -> CInt {
    if type.has(BT_TPFLAGS_READY) { return 0 }
    guard type.pointee.tp_name != nil else {
        return raiseStatus(BtExc_SystemError, "Type does not define the tp_name field.")
    }
    if type.has(BT_TPFLAGS_READYING) {
        return raiseStatus(BtExc_SystemError, "type '\(typeName(of: type))' derives from itself")
    }
    type.pointee.tp_flags |= BT_TPFLAGS_READYING
    if !type.has(BT_TPFLAGS_HEAPTYPE) { type.pointee.tp_flags |= BT_TPFLAGS_IMMUTABLETYPE }
    defer { type.pointee.tp_flags &= ~BT_TPFLAGS_READYING }
    guard readyBases(type) == 0, readyDict(type) == 0, readyMRO(type) == 0, readyNew(type) == 0 else { return -1 }
    inheritFromBases(type)
    guard readyHash(type) == 0, checkSlots(type) == 0 else { return -1 }
    for base in typeArray(type.pointee.tp_bases) {
        guard addSubclass(type, to: base) else { return raiseNoMemoryStatus() }
    }
    type.pointee.tp_flags |= BT_TPFLAGS_READY
    return 0
}

func raiseNoMemoryStatus() -> CInt {
    BtErr_NoMemory()
    return -1
}

private func readyBases(_ type: TypeRef) -> CInt {
    let object = BtBaseObject_Type_()
    if type.pointee.tp_base == nil, type != object { type.pointee.tp_base = object }
    if let base = type.pointee.tp_base {
        if !base.has(BT_TPFLAGS_READY), readyType(base) < 0 { return -1 }
        if type.ref.pointee.ob_type == nil { type.ref.pointee.ob_type = base.ref.type }
    }
    if type.pointee.tp_bases == nil {
        let bases = type.pointee.tp_base.map { makeTypeTuple([$0]) } ?? BtTuple_New(0)
        guard let bases else { return -1 }
        type.pointee.tp_bases = bases
    } else {
        for base in typeArray(type.pointee.tp_bases) where !base.has(BT_TPFLAGS_READY) {
            guard readyType(base) == 0 else { return -1 }
        }
    }
    return 0
}

private func readyMRO(_ type: TypeRef) -> CInt {
    guard let mro = resolutionOrder(type) else { return -1 }
    release(exchange(&type.pointee.tp_mro, mro))
    if !type.has(BT_TPFLAGS_HEAPTYPE) {
        for base in typeArray(mro) where base.has(BT_TPFLAGS_HEAPTYPE) {
            return raiseStatus(
                BtExc_TypeError,
                "type '\(typeName(of: type))' is not dynamically allocated but its base type '\(typeName(of: base))' "
                    + "is dynamically allocated")
        }
    }
    return 0
}

private func readyDict(_ type: TypeRef) -> CInt {
    if type.pointee.tp_dict == nil {
        guard let dict = BtDict_New() else { return -1 }
        type.pointee.tp_dict = dict
    }
    let dict = type.pointee.tp_dict!
    guard addSlotWrappers(type) == 0, addMethods(type) == 0, addMembers(type) == 0, addGetSets(type) == 0 else {
        return -1
    }
    let name = internedName("__doc__")
    let known = BtDict_Contains(dict, name)
    if known != 0 { return known < 0 ? -1 : 0 }
    guard let doc = type.pointee.tp_doc else { return BtDict_SetItem(dict, name, noneRef) }
    return setAndRelease(dict, name, BtUnicode_FromString(textBehindSignature(doc)))
}

/// Put a value, which is taken over, in a dict; nil: an exception is set.
func setAndRelease(_ dict: Ref, _ name: Ref, _ value: Ref?) -> CInt {
    guard let value else { return -1 }
    defer { Bt_DECREF_(value) }
    return BtDict_SetItem(dict, name, value)
}

private func addMethods(_ type: TypeRef) -> CInt {
    guard var line = type.pointee.tp_methods else { return 0 }
    while line.pointee.ml_name != nil {
        if addMethod(type, line) < 0 { return -1 }
        line += 1
    }
    return 0
}

private func addMethod(_ type: TypeRef, _ line: UnsafeMutablePointer<BtMethodDef>) -> CInt {
    let flags = line.pointee.ml_flags
    let descriptor: Ref?
    if flags & BT_METH_CLASS != 0 {
        if flags & BT_METH_STATIC != 0 {
            return raiseStatus(BtExc_ValueError, "method cannot be both class and static")
        }
        descriptor = BtDescr_NewClassMethod(type, line)
    } else if flags & BT_METH_STATIC != 0 {
        guard let function = BtCFunction_NewEx(line, type.ref, nil) else { return -1 }
        descriptor = BtStaticMethod_New(function)
        Bt_DECREF_(function)
    } else {
        descriptor = BtDescr_NewMethod(type, line)
    }
    return addNamed(type, line.pointee.ml_name, descriptor, replaces: flags & BT_METH_COEXIST != 0)
}

private func addMembers(_ type: TypeRef) -> CInt {
    guard var line = type.pointee.tp_members else { return 0 }
    while line.pointee.name != nil {
        if addNamed(type, line.pointee.name, BtDescr_NewMember(type, line)) < 0 { return -1 }
        line += 1
    }
    return 0
}

private func addGetSets(_ type: TypeRef) -> CInt {
    guard var line = type.pointee.tp_getset else { return 0 }
    while line.pointee.name != nil {
        if addNamed(type, line.pointee.name, BtDescr_NewGetSet(type, line)) < 0 { return -1 }
        line += 1
    }
    return 0
}

/// Put a descriptor, which is taken over, in the dictionary of a type, unless the name is there already.
private func addNamed(
    _ type: TypeRef, _ name: UnsafePointer<CChar>, _ descriptor: Ref?, replaces: Bool = false
) -> CInt {
    guard let descriptor else { return -1 }
    defer { Bt_DECREF_(descriptor) }
    guard let key = BtUnicode_InternFromString(name) else { return -1 }
    defer { Bt_DECREF_(key) }
    if !replaces {
        let known = BtDict_Contains(type.pointee.tp_dict, key)
        if known != 0 { return known < 0 ? -1 : 0 }
    }
    return BtDict_SetItem(type.pointee.tp_dict, key, descriptor)
}

private func readyNew(_ type: TypeRef) -> CInt {
    let base = type.pointee.tp_base
    if type.pointee.tp_new != nil {
        return type.has(BT_TPFLAGS_DISALLOW_INSTANTIATION) ? 0 : addNew(type)
    }
    // A static type that derives from object directly says by an empty tp_new that it makes no instances from calls.
    if base == BtBaseObject_Type_(), !type.has(BT_TPFLAGS_HEAPTYPE) {
        type.pointee.tp_flags |= BT_TPFLAGS_DISALLOW_INSTANTIATION
    }
    if !type.has(BT_TPFLAGS_DISALLOW_INSTANTIATION) { type.pointee.tp_new = base?.pointee.tp_new }
    return 0
}

private func readyHash(_ type: TypeRef) -> CInt {
    if type.pointee.tp_hash != nil { return 0 }
    let name = internedName("__hash__")
    let known = BtDict_Contains(type.pointee.tp_dict, name)
    if known < 0 { return -1 }
    if known == 0, BtDict_SetItem(type.pointee.tp_dict, name, noneRef) < 0 { return -1 }
    type.pointee.tp_hash = BtObject_HashNotImplemented
    return 0
}

private func checkSlots(_ type: TypeRef) -> CInt {
    let name = typeName(of: type)
    if type.has(BT_TPFLAGS_HAVE_GC), type.pointee.tp_traverse == nil {
        return raiseStatus(
            BtExc_SystemError,
            "type \(name) has the BT_TPFLAGS_HAVE_GC flag but has no traverse function")
    }
    if type.has(BT_TPFLAGS_HAVE_VECTORCALL) {
        if type.pointee.tp_vectorcall_offset <= 0 {
            return raiseStatus(
                BtExc_SystemError, "type \(name) has the BT_TPFLAGS_HAVE_VECTORCALL flag but no tp_vectorcall_offset")
        }
        if type.pointee.tp_call == nil { type.pointee.tp_call = BtVectorcall_Call }
    }
    return 0
}
