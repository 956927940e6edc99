public import CBaton
internal import CBaton.Host

@c @implementation public func BtDict_GetItemRef(
    _ dict: Ref!, _ key: Ref!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    result.pointee = nil
    guard let dict, isDict(dict), let key else { return badInternalCallStatus() }
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) {
        let entry = dictFind(dict, key, hash)
        if entry < 0 { return entry == dictFailed ? -1 : 0 }
        result.pointee = Bt_NewRef_(dictTable(dict).entries[entry].value)
        return 1
    }
}

@c @implementation public func BtDict_GetItemWithError(_ dict: Ref!, _ key: Ref!) -> Ref! {
    guard let dict, isDict(dict), let key else { return badInternalCall() }
    let hash = keyHash(key)
    if hash == -1 { return nil }
    return locked(dict) { dictGet(dict, key, hash) }
}

@c @implementation public func _BtDict_GetItem_KnownHash(_ dict: Ref!, _ key: Ref!, _ hash: Bt_hash_t) -> Ref! {
    guard let dict, isDict(dict), let key else { return badInternalCall() }
    return locked(dict) { dictGet(dict, key, hash) }
}

@c @implementation public func BtDict_GetItem(_ dict: Ref!, _ key: Ref!) -> Ref! {
    guard let dict, isDict(dict), let key else { return nil }
    // An exception that was set before the call is still set after it.
    let before = BtErr_GetRaisedException()
    let hash = keyHash(key)
    let value = hash == -1 ? nil : locked(dict) { dictGet(dict, key, hash) }
    if value == nil, errorOccurred() {
        BtErr_WriteUnraisable(dict)
    }
    BtErr_SetRaisedException(before)
    return value
}

@c @implementation public func BtDict_GetItemString(_ dict: Ref!, _ key: UnsafePointer<CChar>!) -> Ref! {
    let before = BtErr_GetRaisedException()
    guard let name = BtUnicode_FromString(key) else {
        BtErr_WriteUnraisable(dict)
        BtErr_SetRaisedException(before)
        return nil
    }
    let value = BtDict_GetItem(dict, name)
    Bt_DECREF_(name)
    BtErr_SetRaisedException(before)
    return value
}

@c @implementation public func BtDict_Contains(_ dict: Ref!, _ key: Ref!) -> CInt {
    guard let dict, isDict(dict), let key else { return badInternalCallStatus() }
    return dictContains(dict, key)
}

// Keys given as UTF-8: each makes a str and forwards.

@inline(__always)
private func withKey(_ key: UnsafePointer<CChar>!, _ body: (Ref) -> CInt) -> CInt {
    guard let key else { return badInternalCallStatus() }
    guard let name = BtUnicode_FromString(key) else { return -1 }
    defer { Bt_DECREF_(name) }
    return body(name)
}

@c @implementation public func BtDict_GetItemStringRef(
    _ dict: Ref!, _ key: UnsafePointer<CChar>!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    result.pointee = nil
    return withKey(key) { BtDict_GetItemRef(dict, $0, result) }
}

@c @implementation public func BtDict_ContainsString(_ dict: Ref!, _ key: UnsafePointer<CChar>!) -> CInt {
    withKey(key) { BtDict_Contains(dict, $0) }
}

@c @implementation public func BtDict_SetItemString(
    _ dict: Ref!, _ key: UnsafePointer<CChar>!, _ value: Ref!
) -> CInt {
    guard let key else { return badInternalCallStatus() }
    // Interned, since names that C code spells are looked up often.
    guard let name = BtUnicode_InternFromString(key) else { return -1 }
    defer { Bt_DECREF_(name) }
    return BtDict_SetItem(dict, name, value)
}

@c @implementation public func BtDict_DelItemString(_ dict: Ref!, _ key: UnsafePointer<CChar>!) -> CInt {
    withKey(key) { BtDict_DelItem(dict, $0) }
}

@c @implementation public func BtDict_PopString(
    _ dict: Ref!, _ key: UnsafePointer<CChar>!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    result?.pointee = nil
    return withKey(key) { BtDict_Pop(dict, $0, result) }
}
