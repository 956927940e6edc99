public import CBaton

@c @implementation public func BtTuple_New(_ size: Bt_ssize_t) -> Ref! {
    guard size >= 0 else { return badInternalCall() }
    return newTuple(size)
}

@c @implementation public func BtTuple_Size(_ tuple: Ref!) -> Bt_ssize_t {
    guard let tuple, isTuple(tuple) else { return Int(badInternalCallStatus()) }
    return sizeField(tuple)
}

@c @implementation public func BtTuple_GetItem(_ tuple: Ref!, _ index: Bt_ssize_t) -> Ref! {
    guard let tuple, isTuple(tuple) else { return badInternalCall() }
    guard index >= 0, index < sizeField(tuple) else { return raise(BtExc_IndexError, "tuple index out of range") }
    return _bt_tuple_items(tuple)[index]
}

@c @implementation public func BtTuple_SetItem(_ tuple: Ref!, _ index: Bt_ssize_t, _ item: Ref!) -> CInt {
    guard let tuple, isTuple(tuple), Bt_REFCNT_(tuple) == 1 else {
        Bt_XDECREF_(item)
        return badInternalCallStatus()
    }
    guard index >= 0, index < sizeField(tuple) else {
        Bt_XDECREF_(item)
        return raiseStatus(BtExc_IndexError, "tuple assignment index out of range")
    }
    let places: Places = _bt_tuple_items(tuple)
    let old = places[index]
    places[index] = item
    Bt_XDECREF_(old)
    return 0
}

@c @implementation public func BtTuple_GetSlice(_ tuple: Ref!, _ low: Bt_ssize_t, _ high: Bt_ssize_t) -> Ref! {
    guard let tuple, isTuple(tuple) else { return badInternalCall() }
    let count = sizeField(tuple)
    let first = min(max(low, 0), count)
    return tupleSlice(tuple, first, max(first, min(high, count)))
}

@c @implementation public func BtTuple_FromArray(_ items: UnsafePointer<Ref?>!, _ count: Bt_ssize_t) -> Ref! {
    guard count >= 0, items != nil || count == 0 else { return badInternalCall() }
    if count == 0 { return emptyTuple }
    return makeTuple(items, count: count)
}

@c @implementation public func _BtTuple_Resize(_ slot: UnsafeMutablePointer<Ref?>!, _ size: Bt_ssize_t) -> CInt {
    guard let slot, let tuple = slot.pointee, tuple.type == BtTuple_Type_(), size >= 0,
        sizeField(tuple) == 0 || Bt_REFCNT_(tuple) == 1
    else {
        if let slot {
            let old = slot.pointee
            slot.pointee = nil
            Bt_XDECREF_(old)
        }
        return badInternalCallStatus()
    }
    let count = sizeField(tuple)
    if size == count { return 0 }
    slot.pointee = nil
    guard let resized = newTuple(size) else {
        Bt_DECREF_(tuple)
        return -1
    }
    let source: Places = _bt_tuple_items(tuple)
    let target: Places = _bt_tuple_items(resized)
    for index in 0..<min(size, count) {
        target[index] = source[index]
        source[index] = nil
    }
    Bt_DECREF_(tuple)
    slot.pointee = resized
    return 0
}
