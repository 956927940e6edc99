internal import CBaton
internal import CBaton.Host

// filter. `first` is the function or None, `second` the iterator.

func setUpFilter() {
    let type = BtFilter_Type_()
    setUpIteratorRecord(
        type, doc: "Return an iterator yielding those items of iterable for which function(item) is true.",
        next: { filterNext($0!.record) })
    type.pointee.tp_new = { filterNew($0!, $1!, $2) }
}

private func filterNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard acceptsNoKeywords("filter", type, exactly: BtFilter_Type_(), kwargs) else { return nil }
    guard _BtArg_CheckPositional(cString("filter"), BtTuple_GET_SIZE_(args), 2, 2) != 0 else { return nil }
    guard let items = iterator(over: argument(args, 1)) else { return nil }
    guard let record = newRecord(type) else {
        Bt_DECREF_(items)
        return nil
    }
    record.pointee.first = newReference(argument(args, 0))
    record.pointee.second = items
    return record.ref
}

private func filterNext(_ record: RecordRef) -> Ref? {
    guard let function = record.pointee.first, let items = record.pointee.second else { return nil }
    let asksItem = isNone(function) || function == BtBool_Type_().ref
    while let item = nextItem(items) {
        let truth = asksItem ? BtObject_IsTrue(item) : truthOfCall(function, item)
        if truth > 0 { return item }
        Bt_DECREF_(item)
        if truth < 0 { return nil }
    }
    return nil
}

/// Whether what a function returns for an item is true; -1 with an exception set.
func truthOfCall(_ function: Ref, _ item: Ref) -> CInt {
    guard let result = BtObject_CallOneArg(function, item) else { return -1 }
    defer { Bt_DECREF_(result) }
    return BtObject_IsTrue(result)
}
