public import CBaton
internal import CBaton.Host

private func isMutableSet(_ object: Ref?) -> Ref? {
    guard let object, BtObject_TypeCheck_(object, BtSet_Type_()) != 0 else { return nil }
    return object
}

@c @implementation public func BtSet_New(_ iterable: Ref!) -> Ref! { makeSet(BtSet_Type_(), iterable) }

@c @implementation public func BtFrozenSet_New(_ iterable: Ref!) -> Ref! {
    // A frozenset of nothing is a new object: the caller may fill it with BtSet_Add.
    if let iterable, iterable.type == BtFrozenSet_Type_() { return Bt_NewRef_(iterable) }
    return makeSet(BtFrozenSet_Type_(), iterable)
}

@c @implementation public func BtSet_Size(_ set: Ref!) -> Bt_ssize_t {
    guard let set, isAnySet(set) else { return Int(badInternalCallStatus()) }
    return setCount(set)
}

@c @implementation public func BtSet_Contains(_ set: Ref!, _ item: Ref!) -> CInt {
    guard let set, isAnySet(set), let item else { return badInternalCallStatus() }
    let hash = keyHash(item)
    if hash == -1 { return -1 }
    return locked(set) { setHas(set, item, hash) }
}

@c @implementation public func BtSet_Add(_ set: Ref!, _ item: Ref!) -> CInt {
    guard let set, let item, isMutableSet(set) != nil || (isFrozenSet(set) && Bt_REFCNT_(set) == 1) else {
        return badInternalCallStatus()
    }
    let hash = keyHash(item)
    if hash == -1 { return -1 }
    return locked(set) { setAdd(set, item, hash) } < 0 ? -1 : 0
}

@c @implementation public func BtSet_Discard(_ set: Ref!, _ item: Ref!) -> CInt {
    guard let set = isMutableSet(set), let item else { return badInternalCallStatus() }
    let hash = keyHash(item)
    if hash == -1 { return -1 }
    return locked(set) { setDiscard(set, item, hash) }
}

@c @implementation public func BtSet_Pop(_ set: Ref!) -> Ref! {
    guard let set = isMutableSet(set) else { return badInternalCall() }
    return setPop(set)
}

@c @implementation public func BtSet_Clear(_ set: Ref!) -> CInt {
    guard let set = isMutableSet(set) else { return badInternalCallStatus() }
    locked(set) { setClear(set) }
    return 0
}

@c @implementation public func _BtSet_NextEntry(
    _ set: Ref!, _ position: UnsafeMutablePointer<Bt_ssize_t>!, _ item: UnsafeMutablePointer<Ref?>!,
    _ hash: UnsafeMutablePointer<Bt_hash_t>!
) -> CInt {
    guard let set, isAnySet(set), position.pointee >= 0 else { return badInternalCallStatus() }
    guard let place = setNext(set, &position.pointee) else { return 0 }
    item.pointee = place.pointee.key
    hash.pointee = place.pointee.hash
    return 1
}

@c @implementation public func _BtSet_Update(_ set: Ref!, _ iterable: Ref!) -> CInt {
    guard let set = isMutableSet(set), let iterable else { return badInternalCallStatus() }
    return setUpdate(set, iterable)
}
