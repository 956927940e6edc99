internal import CBaton

@c @implementation public func BtObject_GetItem(_ object: Ref!, _ key: Ref!) -> Ref! {
    guard let object, let key else { return nullArgument() }
    let type = object.type
    if let get = type.pointee.tp_as_mapping?.pointee.mp_subscript {
        return checkedResult(object, get(object, key))
    }
    if type.pointee.tp_as_sequence?.pointee.sq_item != nil {
        guard BtIndex_Check_(key) else {
            return raise(BtExc_TypeError, "sequence index must be integer, not '\(typeName(key))'")
        }
        let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
        if index == -1, errorOccurred() { return nil }
        return BtSequence_GetItem(object, index)
    }
    if isType(object) {
        if object == BtType_Type_().ref { return makeGenericAlias(object, key) }
        var function: Ref?
        if BtObject_GetOptionalAttr(object, internedName("__class_getitem__"), &function) < 0 { return nil }
        if let function, function != noneRef {
            defer { Bt_DECREF_(function) }
            return BtObject_CallOneArg(function, key)
        }
        release(function)
        return raise(BtExc_TypeError, "type '\(typeName(of: asType(object)))' is not subscriptable")
    }
    return raise(BtExc_TypeError, "'\(typeName(object))' object is not subscriptable")
}

private func BtIndex_Check_(_ object: Ref) -> Bool { object.type.pointee.tp_as_number?.pointee.nb_index != nil }

@c @implementation public func BtObject_SetItem(_ object: Ref!, _ key: Ref!, _ value: Ref!) -> CInt {
    guard let object, let key, let value else { return nullArgument() == nil ? -1 : 0 }
    return assignItem(object, key, value, "does not support item assignment")
}

@c @implementation public func BtObject_DelItem(_ object: Ref!, _ key: Ref!) -> CInt {
    guard let object, let key else { return nullArgument() == nil ? -1 : 0 }
    return assignItem(object, key, nil, "does not support item deletion")
}

private func assignItem(_ object: Ref, _ key: Ref, _ value: Ref?, _ fault: String) -> CInt {
    let type = object.type
    if let set = type.pointee.tp_as_mapping?.pointee.mp_ass_subscript { return set(object, key, value) }
    if type.pointee.tp_as_sequence?.pointee.sq_ass_item != nil {
        guard BtIndex_Check_(key) else {
            return raiseStatus(BtExc_TypeError, "sequence index must be integer, not '\(typeName(key))'")
        }
        let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
        if index == -1, errorOccurred() { return -1 }
        return value == nil ? BtSequence_DelItem(object, index) : BtSequence_SetItem(object, index, value)
    }
    // CPython asks the sequence protocol here, which says it in its own words.
    if value == nil, type.pointee.tp_as_sequence != nil, BtIndex_Check_(key) {
        let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
        return index == -1 && errorOccurred() ? -1 : BtSequence_DelItem(object, index)
    }
    return raiseStatus(BtExc_TypeError, "'\(typeName(object))' object \(fault)")
}

@c @implementation public func BtObject_DelItemString(_ object: Ref!, _ key: UnsafePointer<CChar>!) -> CInt {
    guard let object, let key else { return nullArgument() == nil ? -1 : 0 }
    guard let name = BtUnicode_FromString(key) else { return -1 }
    defer { Bt_DECREF_(name) }
    return BtObject_DelItem(object, name)
}

@c @implementation public func BtObject_Size(_ object: Ref!) -> Int {
    guard let object else {
        _ = nullArgument()
        return -1
    }
    let type = object.type
    let length =
        type.pointee.tp_as_sequence?.pointee.sq_length ?? type.pointee.tp_as_mapping?.pointee.mp_length
    guard let length else {
        return Int(raiseStatus(BtExc_TypeError, "object of type '\(typeName(object))' has no len()"))
    }
    return length(object)
}

@c @implementation public func BtObject_Length(_ object: Ref!) -> Int { BtObject_Size(object) }

@c @implementation public func BtObject_LengthHint(_ object: Ref!, _ fallback: Int) -> Int {
    let type = object.type
    if type.pointee.tp_as_sequence?.pointee.sq_length != nil || type.pointee.tp_as_mapping?.pointee.mp_length != nil {
        let size = BtObject_Size(object)
        if size >= 0 { return size }
        if BtErr_ExceptionMatches(BtExc_TypeError) == 0 { return -1 }
        BtErr_Clear()
    }
    guard let function = lookUpSpecial(object, internedName("__length_hint__")) else {
        return errorOccurred() ? -1 : fallback
    }
    defer { Bt_DECREF_(function) }
    guard let result = BtObject_CallNoArgs(function) else {
        guard BtErr_ExceptionMatches(BtExc_TypeError) != 0 else { return -1 }
        BtErr_Clear()
        return fallback
    }
    defer { Bt_DECREF_(result) }
    if result == notImplementedRef { return fallback }
    guard isInt(result) else {
        return Int(
            raiseStatus(BtExc_TypeError, "__length_hint__ must be an integer, not \(typeName(result))"))
    }
    let hint = BtLong_AsSsize_t(result)
    if hint < 0, !errorOccurred() {
        return Int(raiseStatus(BtExc_ValueError, "__length_hint__() should return >= 0"))
    }
    return hint
}

@c @implementation public func BtObject_SelfIter(_ object: Ref!) -> Ref! { newReference(object) }
