public import CBaton

@c @implementation public func BtList_New(_ size: Bt_ssize_t) -> Ref! {
    guard size >= 0 else { return badInternalCall() }
    return newList(size)
}

@c @implementation public func BtList_Size(_ list: Ref!) -> Bt_ssize_t {
    guard let list, isList(list) else { return Int(badInternalCallStatus()) }
    return sizeField(list)
}

@c @implementation public func BtList_GetItem(_ list: Ref!, _ index: Bt_ssize_t) -> Ref! {
    guard let list, isList(list) else { return badInternalCall() }
    guard index >= 0, index < sizeField(list) else { return raise(BtExc_IndexError, "list index out of range") }
    return list.list.pointee.ob_item[index]
}

@c @implementation public func BtList_GetItemRef(_ list: Ref!, _ index: Bt_ssize_t) -> Ref! {
    guard let list, isList(list) else { return raise(BtExc_TypeError, "expected a list") }
    return listItem(list, index)
}

@c @implementation public func BtList_SetItem(_ list: Ref!, _ index: Bt_ssize_t, _ item: Ref!) -> CInt {
    guard let list, isList(list) else {
        Bt_XDECREF_(item)
        return badInternalCallStatus()
    }
    return locked(list) {
        guard index >= 0, index < sizeField(list) else {
            Bt_XDECREF_(item)
            return raiseStatus(BtExc_IndexError, "list assignment index out of range")
        }
        let old = list.list.pointee.ob_item[index]
        list.list.pointee.ob_item[index] = item
        Bt_XDECREF_(old)
        return 0
    }
}

@c @implementation public func BtList_Insert(_ list: Ref!, _ index: Bt_ssize_t, _ item: Ref!) -> CInt {
    guard let list, isList(list), let item else { return badInternalCallStatus() }
    return locked(list) { listInsert(list, index, item) }
}

@c @implementation public func BtList_Append(_ list: Ref!, _ item: Ref!) -> CInt {
    guard let list, isList(list), let item else { return badInternalCallStatus() }
    return locked(list) { listAppend(list, stealing: Bt_NewRef_(item)) }
}

@c @implementation public func BtList_Extend(_ list: Ref!, _ iterable: Ref!) -> CInt {
    guard let list, isList(list), let iterable else { return badInternalCallStatus() }
    return listExtend(list, iterable)
}

@c @implementation public func _BtList_Extend(_ list: Ref!, _ iterable: Ref!) -> Ref! {
    BtList_Extend(list, iterable) == 0 ? noneRef : nil
}

@c @implementation public func BtList_Clear(_ list: Ref!) -> CInt {
    guard let list, isList(list) else { return badInternalCallStatus() }
    locked(list) { listClear(list) }
    return 0
}

@c @implementation public func BtList_GetSlice(_ list: Ref!, _ low: Bt_ssize_t, _ high: Bt_ssize_t) -> Ref! {
    guard let list, isList(list) else { return badInternalCall() }
    return locked(list) {
        let count = sizeField(list)
        let first = min(max(low, 0), count)
        return listSlice(list, first, max(first, min(high, count)))
    }
}

@c @implementation public func BtList_SetSlice(
    _ list: Ref!, _ low: Bt_ssize_t, _ high: Bt_ssize_t, _ iterable: Ref!
) -> CInt {
    guard let list, isList(list) else { return badInternalCallStatus() }
    return locked(list) { listAssignSlice(list, low, high, iterable) }
}

@c @implementation public func BtList_Sort(_ list: Ref!) -> CInt {
    guard let list, isList(list) else { return badInternalCallStatus() }
    return locked(list) { listSort(list, key: nil, reverse: false) }
}

@c @implementation public func BtList_Reverse(_ list: Ref!) -> CInt {
    guard let list, isList(list) else { return badInternalCallStatus() }
    locked(list) { listReverse(list) }
    return 0
}

@c @implementation public func BtList_AsTuple(_ list: Ref!) -> Ref! {
    guard let list, isList(list) else { return badInternalCall() }
    return listAsTuple(list)
}
