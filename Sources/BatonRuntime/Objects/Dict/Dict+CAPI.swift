public import CBaton
internal import CBaton.Host

@c @implementation public func BtDict_New() -> Ref! { newDict() }

@c @implementation public func _BtDict_NewPresized(_ items: Bt_ssize_t) -> Ref! { newDict(room: items) }

@c @implementation public func BtDict_Size(_ dict: Ref!) -> Bt_ssize_t {
    guard let dict, isDict(dict) else { return Int(badInternalCallStatus()) }
    return dictCount(dict)
}

@c @implementation public func BtDict_Clear(_ dict: Ref!) {
    guard let dict, isDict(dict) else { return }
    locked(dict) { dictClear(dict) }
}

@c @implementation public func BtDict_SetItem(_ dict: Ref!, _ key: Ref!, _ value: Ref!) -> CInt {
    guard let dict, isDict(dict), let key, let value else { return badInternalCallStatus() }
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) { dictInsert(dict, key, hash, value) }
}

@c @implementation public func _BtDict_SetItem_KnownHash(
    _ dict: Ref!, _ key: Ref!, _ value: Ref!, _ hash: Bt_hash_t
) -> CInt {
    guard let dict, isDict(dict), let key, let value else { return badInternalCallStatus() }
    return locked(dict) { dictInsert(dict, key, hash, value) }
}

@c @implementation public func BtDict_DelItem(_ dict: Ref!, _ key: Ref!) -> CInt {
    guard let dict, isDict(dict), let key else { return badInternalCallStatus() }
    return dictDelete(dict, key)
}

@c @implementation public func BtDict_SetDefaultRef(
    _ dict: Ref!, _ key: Ref!, _ value: Ref!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    result?.pointee = nil
    guard let dict, isDict(dict), let key, let value else { return badInternalCallStatus() }
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) {
        let entry = dictFind(dict, key, hash)
        if entry == dictFailed { return -1 }
        if entry >= 0 {
            result?.pointee = Bt_NewRef_(dictTable(dict).entries[entry].value)
            return 1
        }
        if dictAdd(dict, key, hash, value) < 0 { return -1 }
        result?.pointee = Bt_NewRef_(value)
        return 0
    }
}

@c @implementation public func BtDict_SetDefault(_ dict: Ref!, _ key: Ref!, _ value: Ref!) -> Ref! {
    var result: Ref?
    if BtDict_SetDefaultRef(dict, key, value, &result) < 0 { return nil }
    // Borrowed: the dict holds a reference.
    release(result)
    return result
}

@c @implementation public func BtDict_Pop(
    _ dict: Ref!, _ key: Ref!, _ result: UnsafeMutablePointer<Ref?>!
) -> CInt {
    result?.pointee = nil
    guard let dict, isDict(dict), let key else { return badInternalCallStatus() }
    return dictPop(dict, key, result)
}

@c @implementation public func _BtDict_Pop(_ dict: Ref!, _ key: Ref!, _ fallback: Ref!) -> Ref! {
    guard let dict, isDict(dict), let key else { return badInternalCall() }
    var result: Ref?
    let status = dictPop(dict, key, &result)
    if status != 0 { return result }
    return fallback != nil ? Bt_NewRef_(fallback) : raiseKeyError(key)
}

@c @implementation public func BtDict_Next(
    _ dict: Ref!, _ position: UnsafeMutablePointer<Bt_ssize_t>!, _ key: UnsafeMutablePointer<Ref?>!,
    _ value: UnsafeMutablePointer<Ref?>!
) -> CInt {
    guard let dict, isDict(dict), let position, position.pointee >= 0 else { return 0 }
    let table = dictTable(dict)
    guard let entry = table.nextEntry(from: position.pointee) else { return 0 }
    position.pointee = entry + 1
    key?.pointee = table.entries[entry].key
    value?.pointee = table.entries[entry].value
    return 1
}

@c @implementation public func BtDict_Keys(_ dict: Ref!) -> Ref! {
    guard let dict, isDict(dict) else { return badInternalCall() }
    return dictList(dict) { newReference($0.key) }
}

@c @implementation public func BtDict_Values(_ dict: Ref!) -> Ref! {
    guard let dict, isDict(dict) else { return badInternalCall() }
    return dictList(dict) { newReference($0.value) }
}

@c @implementation public func BtDict_Items(_ dict: Ref!) -> Ref! {
    guard let dict, isDict(dict) else { return badInternalCall() }
    return dictList(dict) { makeTuple($0.key, $0.value) }
}

@c @implementation public func BtDict_Copy(_ dict: Ref!) -> Ref! {
    guard let dict, isDict(dict) else { return badInternalCall() }
    return locked(dict) { dictCopy(dict) }
}

@c @implementation public func BtDict_Update(_ dict: Ref!, _ mapping: Ref!) -> CInt { BtDict_Merge(dict, mapping, 1) }

@c @implementation public func BtDict_Merge(_ dict: Ref!, _ mapping: Ref!, _ override: CInt) -> CInt {
    guard let dict, isDict(dict), let mapping else { return badInternalCallStatus() }
    return dictMerge(dict, mapping, override: override != 0)
}

@c @implementation public func BtDict_MergeFromSeq2(_ dict: Ref!, _ pairs: Ref!, _ override: CInt) -> CInt {
    guard let dict, isDict(dict), let pairs else { return badInternalCallStatus() }
    return dictMergePairs(dict, pairs, override: override != 0)
}
