public import CBaton

@c @implementation public func BtMapping_Check(_ object: Ref!) -> CInt {
    object?.type.pointee.tp_as_mapping?.pointee.mp_subscript != nil ? 1 : 0
}

@c @implementation public func BtMapping_Size(_ mapping: Ref!) -> Bt_ssize_t {
    guard let mapping else { return nullArgument() ?? -1 }
    if let length = mapping.type.pointee.tp_as_mapping?.pointee.mp_length { return length(mapping) }
    if mapping.type.pointee.tp_as_sequence?.pointee.sq_length != nil {
        return raise(BtExc_TypeError, "\(typeName(mapping)) is not a mapping") ?? -1
    }
    return raise(BtExc_TypeError, "object of type '\(typeName(mapping))' has no len()") ?? -1
}

@c @implementation public func BtMapping_Length(_ mapping: Ref!) -> Bt_ssize_t { BtMapping_Size(mapping) }

@c @implementation public func BtMapping_GetOptionalItem(
    _ mapping: Ref!, _ key: Ref!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    if let mapping, mapping.type == BtDict_Type_() { return BtDict_GetItemRef(mapping, key, result) }
    result.pointee = BtObject_GetItem(mapping, key)
    if result.pointee != nil { return 1 }
    guard BtErr_ExceptionMatches(BtExc_KeyError) != 0 else { return -1 }
    BtErr_Clear()
    return 0
}

@c @implementation public func BtMapping_HasKeyWithError(_ mapping: Ref!, _ key: Ref!) -> CInt {
    var value: Ref?
    let status = BtMapping_GetOptionalItem(mapping, key, &value)
    release(value)
    return status
}

@c @implementation public func BtMapping_HasKey(_ mapping: Ref!, _ key: Ref!) -> CInt {
    swallowing(mapping) { BtMapping_HasKeyWithError(mapping, key) }
}

@c @implementation public func BtMapping_HasKeyString(_ mapping: Ref!, _ key: UnsafePointer<CChar>!) -> CInt {
    swallowing(mapping) { BtMapping_HasKeyStringWithError(mapping, key) }
}

/// Report an error as unraisable and count it as "no".
private func swallowing(_ mapping: Ref?, _ body: () -> CInt) -> CInt {
    let status = body()
    guard status < 0 else { return status }
    BtErr_WriteUnraisable(mapping)
    return 0
}

// Keys given as UTF-8: each makes a str and forwards.

@inline(__always)
private func withKey<Result>(_ key: UnsafePointer<CChar>!, _ body: (Ref) -> Result) -> Result? {
    guard let key else { return nullArgument() }
    guard let name = BtUnicode_FromString(key) else { return nil }
    defer { Bt_DECREF_(name) }
    return body(name)
}

@c @implementation public func BtMapping_GetItemString(_ mapping: Ref!, _ key: UnsafePointer<CChar>!) -> Ref! {
    withKey(key) { BtObject_GetItem(mapping, $0) } ?? nil
}

@c @implementation public func BtMapping_GetOptionalItemString(
    _ mapping: Ref!, _ key: UnsafePointer<CChar>!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    result.pointee = nil
    return withKey(key) { BtMapping_GetOptionalItem(mapping, $0, result) } ?? -1
}

@c @implementation public func BtMapping_HasKeyStringWithError(
    _ mapping: Ref!, _ key: UnsafePointer<CChar>!
) -> CInt {
    withKey(key) { BtMapping_HasKeyWithError(mapping, $0) } ?? -1
}

@c @implementation public func BtMapping_SetItemString(
    _ mapping: Ref!, _ key: UnsafePointer<CChar>!, _ value: Ref!
) -> CInt {
    withKey(key) { BtObject_SetItem(mapping, $0, value) } ?? -1
}

@c @implementation public func BtMapping_DelItemString(_ mapping: Ref!, _ key: UnsafePointer<CChar>!) -> CInt {
    withKey(key) { BtObject_DelItem(mapping, $0) } ?? -1
}

// The parts as lists.

@c @implementation public func BtMapping_Keys(_ mapping: Ref!) -> Ref! {
    if let mapping, mapping.type == BtDict_Type_() { return BtDict_Keys(mapping) }
    return listFromMethod(mapping, "keys")
}

@c @implementation public func BtMapping_Values(_ mapping: Ref!) -> Ref! {
    if let mapping, mapping.type == BtDict_Type_() { return BtDict_Values(mapping) }
    return listFromMethod(mapping, "values")
}

@c @implementation public func BtMapping_Items(_ mapping: Ref!) -> Ref! {
    if let mapping, mapping.type == BtDict_Type_() { return BtDict_Items(mapping) }
    return listFromMethod(mapping, "items")
}

private func listFromMethod(_ mapping: Ref?, _ method: StaticString) -> Ref? {
    guard let mapping else { return nullArgument() }
    guard let items = callNamed(mapping, method) else { return nil }
    defer { Bt_DECREF_(items) }
    guard let iterator = BtObject_GetIter(items) else {
        guard BtErr_ExceptionMatches(BtExc_TypeError) != 0 else { return nil }
        return raise(
            BtExc_TypeError, "\(typeName(mapping)).\(method)() returned a non-iterable (type \(typeName(items)))")
    }
    defer { Bt_DECREF_(iterator) }
    return listOf(iterator)
}
