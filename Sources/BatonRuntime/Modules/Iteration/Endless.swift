internal import CBaton
internal import CBaton.Host

// count, cycle and repeat.

private let countParameters = MethodParameters("count", "start", "step")

/// `first` is the next number and `second` the step, once they are no machine words; before that `count` and `step` are.
func makeCount() -> TypeRef? {
    let type = makeIterationType(
        "itertools.count", doc: "Return a count object whose .__next__() method returns consecutive values.",
        new: { type, args, kwargs in
            unpacked(countParameters, args!, kwargs, failed: nil) { slots in
                for index in 0...1 {
                    if let value = slots[index], BtNumber_Check(value) == 0 {
                        return raise(BtExc_TypeError, "a number is required")
                    }
                }
                guard let start = slots[0].map({ newReference($0) }) ?? makeInt(0),
                    let step = slots[1].map({ newReference($0) }) ?? makeInt(1)
                else { return nil }
                return iterationRecord(type!, first: start, second: step)
            }
        }, next: { countNext($0!.record) })
    type?.pointee.tp_repr = { object in
        let record = object!.record
        let step = reprText(record.pointee.second)
        let start = reprText(record.pointee.first)
        return makeString(step == "1" ? "count(\(start))" : "count(\(start), \(step))")
    }
    return type
}

private func countNext(_ record: RecordRef) -> Ref? {
    guard let current = record.pointee.first,
        let next = BtNumber_Add(current, record.pointee.second)
    else { return nil }
    record.pointee.first = next
    return current
}

/// `first` is the iterator, nil once it ended; `second` the list of its items; `count` the next one of them.
func makeCycle() -> TypeRef? {
    makeIterationType(
        "itertools.cycle", doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence.",
        new: { type, args, kwargs in
            guard _BtArg_NoKeywords(cString("cycle"), kwargs) != 0,
                _BtArg_CheckPositional(cString("cycle"), BtTuple_GET_SIZE_(args!), 1, 1) != 0,
                let items = iterator(over: argument(args!, 0)), let saved = BtList_New(0)
            else { return nil }
            return iterationRecord(type!, first: items, second: saved)
        },
        next: { object in
            let record = object!.record
            let saved = record.pointee.second!
            if let items = record.pointee.first {
                if let item = nextItem(items) {
                    if BtList_Append(saved, item) >= 0 { return item }
                    Bt_DECREF_(item)
                    return nil
                }
                if errorOccurred() { return nil }
                release(exchange(&record.pointee.first, nil))
            }
            let count = BtList_GET_SIZE_(saved)
            guard count > 0 else { return nil }
            let item = BtList_GetItemRef(saved, record.pointee.count)
            record.pointee.count = (record.pointee.count + 1) % count
            return item
        })
}

private let repeatParameters = MethodParameters("repeat", "object", "times", required: 1)

/// `first` is the object, `count` how often it is still to come; -1: for ever.
func makeRepeat() -> TypeRef? {
    let type = makeIterationType(
        "itertools.repeat", doc: "Create an iterator which returns the object for the specified number of times.",
        new: { type, args, kwargs in
            unpacked(repeatParameters, args!, kwargs, failed: nil) { slots in
                var times = -1
                if let given = slots[1] {
                    guard let value = sizeArgument(given) else { return nil }
                    times = max(value, 0)
                }
                return iterationRecord(type!, first: newReference(slots[0]!), count: times)
            }
        },
        next: { object in
            let record = object!.record
            if record.pointee.count == 0 { return nil }
            if record.pointee.count > 0 { record.pointee.count -= 1 }
            return newReference(record.pointee.first)
        },
        methods: [
            method("__length_hint__", BT_METH_NOARGS) { `self`, _ in
                guard self!.record.pointee.count >= 0 else { return raise(BtExc_TypeError, "len() of unsized object") }
                return makeInt(self!.record.pointee.count)
            }
        ])
    type?.pointee.tp_repr = { object in
        let record = object!.record
        let item = reprText(record.pointee.first)
        return makeString(
            record.pointee.count < 0 ? "repeat(\(item))" : "repeat(\(item), \(record.pointee.count))")
    }
    return type
}
