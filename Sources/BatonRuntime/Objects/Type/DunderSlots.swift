internal import CBaton
internal import CBaton.Host

// Slots of types that scripts make: which attribute fills which slot.

/// Fill every slot of a type from the attributes that it and its bases have.
func updateAllSlots(_ type: TypeRef) {
    for slot in dunderSlots.keys { updateSlot(type, slot) }
    updateNew(type)
}

/// Fill the slots that one name stands for, in a type and all that derive from it.
func updateSlots(_ type: TypeRef, named name: Ref) {
    // Classes may derive from each other deeper than the stack bears.
    var waiting = [type]
    while let next = waiting.popLast() {
        updateOwnSlots(next, named: name)
        forEachSubclass(of: next) { subclass in
            if let dict = subclass.pointee.tp_dict, BtDict_Contains(dict, name) > 0 { return }
            waiting.append(subclass)
        }
    }
}

private func updateOwnSlots(_ type: TypeRef, named name: Ref) {
    if swiftString(name) == "__new__" {
        updateNew(type)
    } else {
        for slotName in slotNames where BtUnicode_CompareWithASCIIString(name, slotName.pointee.name) == 0 {
            updateSlot(type, slotName.pointee.slot)
        }
        if BtUnicode_CompareWithASCIIString(name, "__getattr__") == 0 { updateSlot(type, Bt_tp_getattro) }
    }
}

/// One slot: the function of the one descriptor that stands for it, or the function that calls attributes.
private func updateSlot(_ type: TypeRef, _ slot: CInt) {
    guard type.has(BT_TPFLAGS_HEAPTYPE), let place = _bt_type_slot(type, slot), let generic = dunderSlots[slot] else {
        return
    }
    var specific: UnsafeMutableRawPointer?
    var usesGeneric = false
    var keepsInherited = false
    for name in slotNames where name.pointee.slot == slot {
        guard let key = BtUnicode_InternFromString(name.pointee.name) else { return BtErr_Clear() }
        defer { Bt_DECREF_(key) }
        guard let descriptor = typeLookup(type, key) else { continue }
        if descriptor.type == BtWrapperDescr_Type_() {
            let wrapper = descriptor.as(BtWrapperDescrObject.self)
            if wrapper.pointee.d_base == UnsafePointer(name), isSubtype(type, wrapper.pointee.d_common.d_type),
                specific == nil || specific == wrapper.pointee.d_wrapped
            {
                specific = wrapper.pointee.d_wrapped
                continue
            }
            // The name stands for another slot here, which the type has from the same base.
            let other = wrapper.pointee.d_base.pointee.slot
            if other != slot, _bt_type_slot(type, other)?.pointee == wrapper.pointee.d_wrapped {
                keepsInherited = true
                continue
            }
        } else if descriptor == noneRef, slot == Bt_tp_hash {
            specific = slotPointer(BtObject_HashNotImplemented as hashfunc)
            continue
        }
        usesGeneric = true
    }
    if slot == Bt_tp_getattro, typeLookup(type, internedName("__getattr__")) != nil { usesGeneric = true }
    if usesGeneric || specific != nil || !keepsInherited { place.pointee = usesGeneric ? generic : specific }
    // An inherited vectorcall would pass by the type's own __call__.
    if slot == Bt_tp_call, usesGeneric { type.pointee.tp_flags &= ~BT_TPFLAGS_HAVE_VECTORCALL }
}

private func updateNew(_ type: TypeRef) {
    guard type.has(BT_TPFLAGS_HEAPTYPE), let found = typeLookup(type, internedName("__new__")) else { return }
    guard let owner = typeOfNewWrapper(found) else {
        type.pointee.tp_new = newByAttribute
        return
    }
    // Not the owner's, which may be the object type's: a base that makes no instances from calls leaves it empty, since
    // its objects are not whole without what makes them.
    // One that goes by the attribute finds the owner there.
    if owner != type, type.pointee.tp_new.map(slotPointer) != slotPointer(newByAttribute) {
        type.pointee.tp_new = type.pointee.tp_base.pointee.tp_new
    }
}

/// tp_new of a type whose `__new__` is an attribute.
var newByAttribute: newfunc { { dunderNew($0!, $1!, $2) } }

private func dunderNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard let function = BtObject_GetAttr(type.ref, internedName("__new__")) else { return nil }
    defer { Bt_DECREF_(function) }
    let count = BtTuple_GET_SIZE_(args)
    guard let all = BtTuple_New(count + 1) else { return nil }
    defer { Bt_DECREF_(all) }
    BtTuple_SET_ITEM_(all, 0, newReference(type.ref))
    for index in 0..<count { BtTuple_SET_ITEM_(all, index + 1, newReference(positional(args, index))) }
    return BtObject_Call(function, all, kwargs)
}
