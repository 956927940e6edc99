internal import CBaton
internal import CBaton.Host

// reversed, for sequences without `__reversed__`. `first` is the sequence, nil at the end; `count` the next index.

func setUpReversed() {
    let type = BtReversed_Type_()
    setUpIteratorRecord(
        type, doc: "Return a reverse iterator over the values of the given sequence.",
        next: { reversedNext($0!.record) })
    type.pointee.tp_new = { reversedNew($0!, $1!, $2) }
    type.pointee.tp_methods = methodTable([
        method("__length_hint__", BT_METH_NOARGS, doc: "Private method returning an estimate of len(list(it)).") {
            `self`, _ in
            let record = self!.record
            guard let sequence = record.pointee.first else { return makeInt(0) }
            let size = BtSequence_Size(sequence)
            if size < 0 { return nil }
            return makeInt(size < record.pointee.count + 1 ? 0 : record.pointee.count + 1)
        }
    ])
}

private func reversedNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard acceptsNoKeywords("reversed", type, exactly: BtReversed_Type_(), kwargs) else { return nil }
    guard _BtArg_CheckPositional(cString("reversed"), BtTuple_GET_SIZE_(args), 1, 1) != 0 else { return nil }
    let sequence = argument(args, 0)
    if let own = typeLookup(sequence.type, internedName("__reversed__")) {
        if isNone(own) { return raise(BtExc_TypeError, "'\(typeName(sequence))' object is not reversible") }
        return BtObject_CallMethodNoArgs(sequence, internedName("__reversed__"))
    }
    guard BtSequence_Check(sequence) != 0 else {
        return raise(BtExc_TypeError, "'\(typeName(sequence))' object is not reversible")
    }
    let size = BtSequence_Size(sequence)
    guard size >= 0, let record = newRecord(type) else { return nil }
    record.pointee.first = newReference(sequence)
    record.pointee.count = size - 1
    return record.ref
}

private func reversedNext(_ record: RecordRef) -> Ref? {
    guard let sequence = record.pointee.first else { return nil }
    if record.pointee.count >= 0 {
        if let item = BtSequence_GetItem(sequence, record.pointee.count) {
            record.pointee.count -= 1
            return item
        }
        if BtErr_ExceptionMatches(BtExc_IndexError) != 0 || BtErr_ExceptionMatches(BtExc_StopIteration) != 0 {
            BtErr_Clear()
        }
    }
    record.pointee.count = -1
    release(exchange(&record.pointee.first, nil))
    return nil
}
