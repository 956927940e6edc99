internal import CBaton
internal import CBaton.Host

// _thread._local: attributes that each thread has of its own. `first` and `second` are the arguments that `__init__` gets in
// each thread, `third` is the key of the attributes in the thread's dict.

func makeThreadLocalType() -> TypeRef? {
    makeNativeType("_thread._local") { type in
        setUpRecord(type, doc: "Thread-local data")
        type.pointee.tp_new = { localNew($0!, $1!, $2) }
        type.pointee.tp_dealloc = { local in
            if let dict = BtThreadState_GetDict(), let key = local!.record.pointee.third {
                let raised = takeRaised()
                if BtDict_Pop(dict, key, nil) < 0 { BtErr_Clear() }
                setRaised(raised)
            }
            deallocRecord(local!)
        }
        type.pointee.tp_getattro = { localAttribute($0!, $1!) }
        type.pointee.tp_setattro = { setLocalAttribute($0!, $1!, $2) }
        type.pointee.tp_getset = getsetTable([
            getset("__dict__", get: { local, _ in localDict(local!).map(newReference) })
        ])
    }
}

private func localNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    let hasArguments = BtTuple_GET_SIZE_(args) > 0 || kwargs.map { BtDict_GET_SIZE_($0) > 0 } ?? false
    if hasArguments, type.pointee.tp_init.map(slotPointer) == BtBaseObject_Type_().pointee.tp_init.map(slotPointer) {
        return raise(BtExc_TypeError, "Initialization arguments are not supported")
    }
    guard let record = newRecord(type) else { return nil }
    record.pointee.first = newReference(args)
    record.pointee.second = kwargs.flatMap { BtDict_Copy($0) }
    guard let key = makeString("_thread._local.\(record.ref)"), let own = BtDict_New() else {
        Bt_DECREF_(record.ref)
        return nil
    }
    record.pointee.third = key
    defer { Bt_DECREF_(own) }
    // The thread that makes it is initialised by the call that makes it.
    guard let dict = BtThreadState_GetDict(), BtDict_SetItem(dict, key, own) >= 0 else {
        Bt_DECREF_(record.ref)
        return nil
    }
    return record.ref
}

/// This thread's attributes, borrowed; a thread that has none yet is given some, and `__init__` is called.
private func localDict(_ local: Ref) -> Ref? {
    let record = local.record
    guard let dict = BtThreadState_GetDict(), let key = record.pointee.third else { return raiseNoMemory() }
    if let own = BtDict_GetItemWithError(dict, key) { return own }
    guard !errorOccurred(), let own = BtDict_New() else { return nil }
    defer { Bt_DECREF_(own) }
    guard BtDict_SetItem(dict, key, own) >= 0 else { return nil }
    if let initialize = local.type.pointee.tp_init,
        slotPointer(initialize) != BtBaseObject_Type_().pointee.tp_init.map(slotPointer),
        initialize(local, record.pointee.first, record.pointee.second) < 0
    {
        let raised = takeRaised()
        if BtDict_DelItem(dict, key) < 0 { BtErr_Clear() }
        setRaised(raised)
        return nil
    }
    return own
}

private func localAttribute(_ local: Ref, _ name: Ref) -> Ref? {
    guard let dict = localDict(local) else { return nil }
    let held = newReference(dict)
    defer { Bt_DECREF_(held) }
    if let found = typeLookup(local.type, name), found.type.pointee.tp_descr_set != nil {
        return BtObject_GenericGetAttr(local, name)
    }
    var value: Ref?
    guard BtDict_GetItemRef(held, name, &value) >= 0 else { return nil }
    return value ?? BtObject_GenericGetAttr(local, name)
}

private func setLocalAttribute(_ local: Ref, _ name: Ref, _ value: Ref?) -> CInt {
    guard let dict = localDict(local) else { return -1 }
    let held = newReference(dict)
    defer { Bt_DECREF_(held) }
    if let found = typeLookup(local.type, name), found.type.pointee.tp_descr_set != nil {
        return BtObject_GenericSetAttr(local, name, value)
    }
    if let value { return BtDict_SetItem(held, name, value) }
    let found = BtDict_Pop(held, name, nil)
    if found == 0 {
        return raiseStatus(
            BtExc_AttributeError, "'\(typeName(local))' object has no attribute '\(strText(name))'")
    }
    return found < 0 ? -1 : 0
}
