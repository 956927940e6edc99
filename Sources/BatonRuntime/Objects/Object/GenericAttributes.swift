internal import CBaton

// The usual attributes: descriptors of the type, the object's dictionary, other attributes of the type.

/// Find an attribute without raising that there is none; 1: found, 0: none, -1: an exception is set.
func genericFindAttribute(_ object: Ref, _ name: Ref, _ result: inout Ref?) -> CInt {
    result = nil
    guard isStr(name) else {
        return raiseStatus(BtExc_TypeError, "attribute name must be string, not '\(typeName(name))'")
    }
    let type = object.type
    if !type.has(BT_TPFLAGS_READY), readyType(type) < 0 { return -1 }
    guard let found = typeLookup(type, name) else {
        guard type.pointee.tp_dictoffset != 0, let dict = _BtObject_GetDictPtr(object)?.pointee else { return 0 }
        return heldLookup(dict, name, &result)
    }
    let descriptor = newReference(found)
    let get = descriptor.type.pointee.tp_descr_get
    if let get, descriptor.type.pointee.tp_descr_set != nil {
        defer { Bt_DECREF_(descriptor) }
        return suppressed(get(descriptor, object, type.ref), &result)
    }
    if type.pointee.tp_dictoffset != 0, let dict = _BtObject_GetDictPtr(object)?.pointee {
        let status = heldLookup(dict, name, &result)
        if status != 0 {
            Bt_DECREF_(descriptor)
            return status
        }
    }
    guard let get else {
        result = descriptor
        return 1
    }
    defer { Bt_DECREF_(descriptor) }
    return suppressed(get(descriptor, object, type.ref), &result)
}

@inline(__always)
private func suppressed(_ value: Ref?, _ result: inout Ref?) -> CInt {
    result = value
    return value == nil ? -1 : 1
}

private func heldLookup(_ dict: Ref, _ name: Ref, _ result: inout Ref?) -> CInt {
    // The look-up may run code that replaces the object's dictionary.
    Bt_INCREF_(dict)
    defer { Bt_DECREF_(dict) }
    return BtDict_GetItemRef(dict, name, &result)
}

/// Raise that an object has no attribute `name`; nil.
@inline(never)
func raiseNoAttribute(_ object: Ref, _ name: Ref) -> Ref? {
    raiseAttributeError(
        object, name, "'\(typeName(object))' object has no attribute '\(swiftString(name))'")
}

/// Set an attribute, or delete it where `value` is nil; -1: an exception is set.
func genericSetAttribute(_ object: Ref, _ name: Ref, _ value: Ref?) -> CInt {
    guard isStr(name) else {
        return raiseStatus(BtExc_TypeError, "attribute name must be string, not '\(typeName(name))'")
    }
    let type = object.type
    if !type.has(BT_TPFLAGS_READY), readyType(type) < 0 { return -1 }
    let descriptor = typeLookup(type, name).map(newReference)
    defer { release(descriptor) }
    if let descriptor, let set = descriptor.type.pointee.tp_descr_set { return set(descriptor, object, value) }
    guard let place = _BtObject_GetDictPtr(object) else {
        return raiseNotWritable(object, name, exists: descriptor != nil)
    }
    if place.pointee == nil {
        if value == nil { return raiseNoAttribute(object, name) == nil ? -1 : 0 }
        guard let dict = BtDict_New() else { return -1 }
        place.pointee = dict
    }
    let dict = newReference(place.pointee!)
    defer { Bt_DECREF_(dict) }
    if let value { return BtDict_SetItem(dict, name, value) }
    let result = BtDict_DelItem(dict, name)
    if result < 0, BtErr_ExceptionMatches(BtExc_KeyError) != 0 {
        BtErr_Clear()
        _ = raiseNoAttributeOfAny(object, name)
    }
    return result
}

private func raiseNoAttributeOfAny(_ object: Ref, _ name: Ref) -> Ref? {
    guard isType(object) else { return raiseNoAttribute(object, name) }
    return raiseAttributeError(
        object, name, "type object '\(typeShortName(asType(object)))' has no attribute '\(swiftString(name))'")
}

private func raiseNotWritable(_ object: Ref, _ name: Ref, exists: Bool) -> CInt {
    let text = swiftString(name)
    if exists {
        return raiseStatus(
            BtExc_AttributeError, "'\(typeName(object))' object attribute '\(text)' is read-only")
    }
    let isGeneric = slotAddress(object.type.pointee.tp_setattro) == slotAddress(BtObject_GenericSetAttr)
    let suffix = isGeneric ? " and no __dict__ for setting new attributes" : ""
    return raiseAttributeError(
        object, name, "'\(typeName(object))' object has no attribute '\(text)'\(suffix)") == nil ? -1 : 0
}

@inline(__always)
func slotAddress(_ function: setattrofunc?) -> UnsafeRawPointer? {
    // SAFETY: because the address is only compared.
    unsafeBitCast(function, to: UnsafeRawPointer?.self)
}

/// Where an object keeps its dictionary; nil if its type has none.
@inline(__always)
func dictionaryPlace(_ object: Ref) -> UnsafeMutablePointer<Ref?>? {
    let type = object.type
    var offset = type.pointee.tp_dictoffset
    if offset == 0 { return nil }
    if offset < 0 {
        // Behind the items, counted from the end.
        let count = abs(object.as(BtVarObject.self).pointee.ob_size)
        offset += variableSize(type, count)
    }
    return (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: Ref?.self)
}

/// Bytes of an object with `items` items, rounded up so that a pointer fits at the end.
@inline(__always)
func variableSize(_ type: TypeRef, _ items: Int) -> Int {
    alignUp(type.pointee.tp_basicsize &+ items &* type.pointee.tp_itemsize, MemoryLayout<Ref?>.size)
}
