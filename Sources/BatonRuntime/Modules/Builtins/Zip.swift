internal import CBaton
internal import CBaton.Host

// zip. `first` is the tuple of iterators, `second` the row that is used again when nobody else has it, `state` not 0 if it
// is strict.

func setUpZip() {
    let type = BtZip_Type_()
    setUpIteratorRecord(
        type,
        doc: "The zip object yields n-length tuples, where n is the number of iterables passed as arguments to zip().",
        next: { zipNext($0!.record) })
    type.pointee.tp_new = { zipNew($0!, $1!, $2) }
}

private func zipNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    var isStrict = false
    if type == BtZip_Type_() || type.pointee.tp_init.map(slotPointer) == slotPointer(BtZip_Type_().pointee.tp_init!) {
        if let kwargs, BtDict_GET_SIZE_(kwargs) > 1 {
            return raise(
                BtExc_TypeError, "zip() takes at most 1 keyword argument (\(BtDict_GET_SIZE_(kwargs)) given)")
        }
        guard let keywords = keywordValues(["strict"], kwargs, "zip") else { return nil }
        if let strict = keywords[0] {
            let truth = BtObject_IsTrue(strict)
            if truth < 0 { return nil }
            isStrict = truth > 0
        }
    }
    guard let iterators = iteratorTuple(args, from: 0) else { return nil }
    guard let record = newRecord(type) else {
        Bt_DECREF_(iterators)
        return nil
    }
    record.pointee.first = iterators
    record.pointee.state = isStrict ? 1 : 0
    return record.ref
}

private func zipNext(_ record: RecordRef) -> Ref? {
    guard let iterators = record.pointee.first else { return nil }
    let count = BtTuple_GET_SIZE_(iterators)
    guard count > 0, let row = rowToFill(record, count) else { return nil }
    let places = _bt_tuple_items(iterators)!
    for index in 0..<count {
        guard let item = nextItem(places[index]!) else {
            Bt_DECREF_(row)
            if record.pointee.state != 0, !errorOccurred() { checkStrict(places, count, endedAt: index) }
            return nil
        }
        release(exchange(&_bt_tuple_items(row)[index], item))
    }
    return row
}

/// The tuple of the last call if nobody else has it, else a new one.
private func rowToFill(_ record: RecordRef, _ count: Int) -> Ref? {
    if let row = record.pointee.second, isOnlyReference(row), _bt_current_thread().pointee.free_threaded == 0 {
        return newReference(row)
    }
    guard let row = newTuple(count) else { return nil }
    if record.pointee.second == nil { record.pointee.second = newReference(row) }
    return row
}

/// Raise ValueError if one of the iterators has more or fewer items than those before it.
private func checkStrict(_ iterators: Places, _ count: Int, endedAt index: Int) {
    func others(_ last: Int) -> String { last == 1 ? "argument 1" : "arguments 1-\(last)" }
    if index > 0 {
        raiseStatusOnly("zip() argument \(index + 1) is shorter than \(others(index))")
        return
    }
    for other in 1..<max(count, 1) {
        if let item = nextItem(iterators[other]!) {
            Bt_DECREF_(item)
            raiseStatusOnly("zip() argument \(other + 1) is longer than \(others(other))")
            return
        }
        if errorOccurred() { return }
    }
}

private func raiseStatusOnly(_ message: String) { _ = raiseStatus(BtExc_ValueError, message) }
