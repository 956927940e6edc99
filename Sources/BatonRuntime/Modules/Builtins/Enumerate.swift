internal import CBaton
internal import CBaton.Host

// enumerate. `first` is the iterator, `count` the next index, `second` the next index once it is no machine word, `third`
// the pair that is used again when nobody else has it.

func setUpEnumerate() {
    let type = BtEnum_Type_()
    setUpIteratorRecord(
        type, doc: "Return an enumerate object: pairs of a count (from start, which defaults to zero) and a value.",
        next: { enumerateNext($0!) })
    type.pointee.tp_new = { enumerateNew($0!, $1!, $2) }
    type.pointee.tp_vectorcall = { type, args, nargsf, kwnames in
        let count = BtVectorcall_NARGS(nargsf)
        guard count == 1, kwnames == nil else {
            return callWithTuple(type!, BtType_Type_().pointee.tp_call, args, count, kwnames)
        }
        return makeEnumerate(asType(type!), over: args![0]!)
    }
    type.pointee.tp_methods = methodTable([
        classGetItemMethod,
        method("__reduce__", BT_METH_NOARGS, doc: "Return state information for pickling.") { `self`, _ in
            let record = self!.record
            let index = record.pointee.second.map { newReference($0) } ?? makeInt(record.pointee.count)
            guard let index else { return nil }
            defer { Bt_DECREF_(index) }
            guard let arguments = makeTuple(record.pointee.first, index) else { return nil }
            defer { Bt_DECREF_(arguments) }
            return makeTuple(self!.type.ref, arguments)
        },
    ])
}

private let enumerateParameters = MethodParameters("enumerate", "iterable", "start", required: 1)

private func enumerateNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 2) { slots in
        slots.initialize(repeating: nil)
        if BtTuple_GET_SIZE_(args) == 0, kwargs.map({ BtDict_GET_SIZE_($0) == 0 }) ?? true {
            return raise(BtExc_TypeError, "enumerate() missing required argument 'iterable'")
        }
        if let kwargs, BtTuple_GET_SIZE_(args) == 0, BtDict_GET_SIZE_(kwargs) == 1,
            let name = onlyKey(of: kwargs), !["iterable", "start"].contains(name)
        {
            return raise(BtExc_TypeError, "'\(name)' is an invalid keyword argument for enumerate()")
        }
        guard enumerateParameters.unpack(args, kwargs, into: slots.baseAddress!) else { return nil }
        var first = 0
        var large: Ref?
        if let start = slots[1] {
            guard let index = BtNumber_Index(start) else { return nil }
            if let word = fitting(index) {
                first = word
                Bt_DECREF_(index)
            } else {
                large = index
            }
        }
        guard let items = iterator(over: slots[0]!) else {
            release(large)
            return nil
        }
        guard let record = newRecord(type) else {
            release(large)
            Bt_DECREF_(items)
            return nil
        }
        record.pointee.first = items
        record.pointee.second = large
        record.pointee.count = first
        return record.ref
    }
}

private func onlyKey(of dict: Ref) -> String? {
    var (position, key): (Int, Ref?) = (0, nil)
    guard BtDict_Next(dict, &position, &key, nil) != 0, let key, isStr(key) else { return nil }
    return swiftString(key)
}

/// enumerate from 0.
private func makeEnumerate(_ type: TypeRef, over iterable: Ref) -> Ref? {
    guard let items = iterator(over: iterable) else { return nil }
    guard let record = newRecord(type) else {
        Bt_DECREF_(items)
        return nil
    }
    record.pointee.first = items
    return record.ref
}

private func enumerateNext(_ object: Ref) -> Ref? {
    let record = object.record
    guard let item = nextItem(record.pointee.first) else { return nil }
    guard let index = nextIndex(record) else {
        Bt_DECREF_(item)
        return nil
    }
    return pairUsedAgain(&record.pointee.third, index, item)
}

/// The index of the next item; the counter goes on.
private func nextIndex(_ record: RecordRef) -> Ref? {
    if record.pointee.second == nil, record.pointee.count < Int.max {
        record.pointee.count += 1
        return makeInt(record.pointee.count - 1)
    }
    guard let one = makeInt(1) else { return nil }
    if record.pointee.second == nil { record.pointee.second = makeInt(Int.max) }
    guard let index = record.pointee.second, let following = BtNumber_Add(index, one) else { return nil }
    record.pointee.second = following
    return index
}
