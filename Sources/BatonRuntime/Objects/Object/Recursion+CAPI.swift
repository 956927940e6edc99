internal import CBaton
internal import CBaton.Host

@c @implementation public func _bt_raise_recursion_error(_ place: UnsafePointer<CChar>!) -> CInt {
    // Raising needs stack too: it runs on what the limit keeps in reserve.
    let current = _bt_current_thread()!
    let limit = current.pointee.stack_limit
    current.pointee.stack_limit = 0
    defer { current.pointee.stack_limit = limit }
    let text = place.map { String(cString: $0) } ?? ""
    return raiseStatus(BtExc_RecursionError, "maximum recursion depth exceeded\(text)")
}

/// The objects whose repr this thread is making: a list in the thread's dictionary, as CPython has it.
private func reprList(create: Bool) -> Ref? {
    guard let dict = BtThreadState_GetDict() else { return nil }
    let key = internedName("Py_Repr")
    if let list = BtDict_GetItemWithError(dict, key) { return isList(list) ? list : nil }
    guard create, !errorOccurred(), let list = BtList_New(0) else { return nil }
    defer { Bt_DECREF_(list) }
    return BtDict_SetItem(dict, key, list) < 0 ? nil : list
}

@c @implementation public func Bt_ReprEnter(_ object: Ref!) -> CInt {
    guard let list = reprList(create: true) else { return errorOccurred() ? -1 : 0 }
    for index in 0..<BtList_GET_SIZE_(list) where BtList_GET_ITEM_(list, index) == object { return 1 }
    return BtList_Append(list, object)
}

@c @implementation public func Bt_ReprLeave(_ object: Ref!) {
    let error = BtErr_GetRaisedException()
    defer { BtErr_SetRaisedException(error) }
    guard let list = reprList(create: false) else { return BtErr_Clear() }
    var index = BtList_GET_SIZE_(list) - 1
    while index >= 0 {
        if BtList_GET_ITEM_(list, index) == object {
            if BtList_SetSlice(list, index, index + 1, nil) < 0 { BtErr_Clear() }
            return
        }
        index -= 1
    }
}
