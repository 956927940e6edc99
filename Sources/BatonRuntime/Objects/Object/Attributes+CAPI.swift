internal import CBaton

@c @implementation public func BtObject_GetAttr(_ object: Ref!, _ name: Ref!) -> Ref! {
    guard let object, let name else { return nullArgument() }
    guard isStr(name) else {
        return raise(BtExc_TypeError, "attribute name must be string, not '\(typeName(name))'")
    }
    let type = object.type
    if let get = type.pointee.tp_getattro { return get(object, name) }
    if let get = type.pointee.tp_getattr {
        guard let text = BtUnicode_AsUTF8(name) else { return nil }
        return get(object, UnsafeMutablePointer(mutating: text))
    }
    return raiseNoAttribute(object, name)
}

@c @implementation public func BtObject_GetAttrString(_ object: Ref!, _ name: UnsafePointer<CChar>!) -> Ref! {
    guard let object, let name else { return nullArgument() }
    guard let key = BtUnicode_FromString(name) else { return nil }
    defer { Bt_DECREF_(key) }
    return BtObject_GetAttr(object, key)
}

@c @implementation public func BtObject_GetOptionalAttr(
    _ object: Ref!, _ name: Ref!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt { findAttribute(object, name, &result.pointee) }

@c @implementation public func BtObject_GetOptionalAttrString(
    _ object: Ref!, _ name: UnsafePointer<CChar>!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    result.pointee = nil
    guard let key = BtUnicode_FromString(name) else { return -1 }
    defer { Bt_DECREF_(key) }
    return findAttribute(object, key, &result.pointee)
}

/// Find an attribute; 1: found, 0: none, -1: an exception is set.
func findAttribute(_ object: Ref, _ name: Ref, _ result: inout Ref?) -> CInt {
    let type = object.type
    let get = slotAddress(type.pointee.tp_getattro)
    let status: CInt
    if get == genericGetAttrAddress {
        status = genericFindAttribute(object, name, &result)
    } else if get == slotAddress(BtType_Type_().pointee.tp_getattro) {
        status = typeFindAttribute(asType(object), name, &result)
    } else {
        result = BtObject_GetAttr(object, name)
        status = result == nil ? -1 : 1
    }
    if status < 0, BtErr_ExceptionMatches(BtExc_AttributeError) != 0 {
        BtErr_Clear()
        return 0
    }
    return status
}

@c @implementation public func BtObject_SetAttr(_ object: Ref!, _ name: Ref!, _ value: Ref!) -> CInt {
    guard let object, let name else { return nullArgument() == nil ? -1 : 0 }
    guard isStr(name) else {
        return raiseStatus(BtExc_TypeError, "attribute name must be string, not '\(typeName(name))'")
    }
    var key: Ref! = newReference(name)
    BtUnicode_InternInPlace(&key)
    defer { Bt_DECREF_(key) }
    let type = object.type
    if let set = type.pointee.tp_setattro { return set(object, key, value) }
    if let set = type.pointee.tp_setattr {
        guard let text = BtUnicode_AsUTF8(key) else { return -1 }
        return set(object, UnsafeMutablePointer(mutating: text), value)
    }
    let readable = type.pointee.tp_getattr != nil || type.pointee.tp_getattro != nil
    return raiseStatus(
        BtExc_TypeError,
        "'\(typeName(object))' object has \(readable ? "only read-only" : "no") attributes "
            + "(\(value == nil ? "del" : "assign to") .\(swiftString(name)))")
}

@c @implementation public func BtObject_SetAttrString(
    _ object: Ref!, _ name: UnsafePointer<CChar>!, _ value: Ref!
) -> CInt {
    guard let key = BtUnicode_InternFromString(name) else { return -1 }
    defer { Bt_DECREF_(key) }
    return BtObject_SetAttr(object, key, value)
}

@c @implementation public func BtObject_DelAttr(_ object: Ref!, _ name: Ref!) -> CInt {
    BtObject_SetAttr(object, name, nil)
}

@c @implementation public func BtObject_DelAttrString(_ object: Ref!, _ name: UnsafePointer<CChar>!) -> CInt {
    BtObject_SetAttrString(object, name, nil)
}

@c @implementation public func BtObject_HasAttrWithError(_ object: Ref!, _ name: Ref!) -> CInt {
    var result: Ref?
    let status = findAttribute(object, name, &result)
    release(result)
    return status
}

@c @implementation public func BtObject_HasAttrStringWithError(
    _ object: Ref!, _ name: UnsafePointer<CChar>!
) -> CInt {
    guard let key = BtUnicode_FromString(name) else { return -1 }
    defer { Bt_DECREF_(key) }
    return BtObject_HasAttrWithError(object, key)
}

@c @implementation public func BtObject_HasAttr(_ object: Ref!, _ name: Ref!) -> CInt {
    let status = BtObject_HasAttrWithError(object, name)
    if status < 0 { BtErr_WriteUnraisable(object) }
    return max(status, 0)
}

@c @implementation public func BtObject_HasAttrString(_ object: Ref!, _ name: UnsafePointer<CChar>!) -> CInt {
    let status = BtObject_HasAttrStringWithError(object, name)
    if status < 0 { BtErr_WriteUnraisable(object) }
    return max(status, 0)
}

@c @implementation public func BtObject_GenericGetAttr(_ object: Ref!, _ name: Ref!) -> Ref! {
    var result: Ref?
    guard genericFindAttribute(object, name, &result) == 0 else { return result }
    return raiseNoAttribute(object, name)
}

@c @implementation public func BtObject_GenericSetAttr(_ object: Ref!, _ name: Ref!, _ value: Ref!) -> CInt {
    genericSetAttribute(object, name, value)
}

@c @implementation public func BtObject_GenericGetDict(_ object: Ref!, _ context: UnsafeMutableRawPointer!) -> Ref! {
    guard let place = dictionaryPlace(object) else {
        return raise(BtExc_AttributeError, "This object has no __dict__")
    }
    if place.pointee == nil {
        guard let dict = BtDict_New() else { return nil }
        place.pointee = dict
    }
    return newReference(place.pointee!)
}

@c @implementation public func BtObject_GenericSetDict(
    _ object: Ref!, _ value: Ref!, _ context: UnsafeMutableRawPointer!
) -> CInt {
    guard let place = dictionaryPlace(object) else {
        return raiseStatus(BtExc_AttributeError, "This object has no __dict__")
    }
    guard let value else { return raiseStatus(BtExc_TypeError, "cannot delete __dict__") }
    guard isDict(value) else {
        return raiseStatus(
            BtExc_TypeError, "__dict__ must be set to a dictionary, not a '\(typeName(value))'")
    }
    release(exchange(&place.pointee, newReference(value)))
    return 0
}

@c @implementation public func _BtObject_GetDictPtr(_ object: Ref!) -> UnsafeMutablePointer<Ref?>! {
    dictionaryPlace(object)
}
