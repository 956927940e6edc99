internal import CBaton
internal import CBaton.Host

// map. `first` is the function, `second` the tuple of iterators.

func setUpMap() {
    let type = BtMap_Type_()
    setUpIteratorRecord(
        type, doc: "Make an iterator that computes the function using arguments from each of the iterables.",
        next: { mapNext($0!.record) })
    type.pointee.tp_new = { mapNew($0!, $1!, $2) }
}

private func mapNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard acceptsNoKeywords("map", type, exactly: BtMap_Type_(), kwargs) else { return nil }
    guard BtTuple_GET_SIZE_(args) >= 2 else {
        return raise(BtExc_TypeError, "map() must have at least two arguments.")
    }
    guard let iterators = iteratorTuple(args, from: 1) else { return nil }
    guard let record = newRecord(type) else {
        Bt_DECREF_(iterators)
        return nil
    }
    record.pointee.first = newReference(argument(args, 0))
    record.pointee.second = iterators
    return record.ref
}

private func mapNext(_ record: RecordRef) -> Ref? {
    guard let function = record.pointee.first, let iterators = record.pointee.second else { return nil }
    let count = BtTuple_GET_SIZE_(iterators)
    let places = _bt_tuple_items(iterators)!
    if count == 1 {
        guard let item = nextItem(places[0]!) else { return nil }
        defer { Bt_DECREF_(item) }
        return BtObject_CallOneArg(function, item)
    }
    return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: count + 1) { slots in
        slots.initialize(repeating: nil)
        defer { for index in 1...count { release(slots[index]) } }
        for index in 0..<count {
            guard let item = nextItem(places[index]!) else { return nil }
            slots[index + 1] = item
        }
        return vectorcall(function, UnsafePointer(slots.baseAddress! + 1), count | Int.min, nil)
    }
}
