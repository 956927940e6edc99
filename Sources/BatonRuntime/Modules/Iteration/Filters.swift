internal import CBaton
internal import CBaton.Host

// accumulate, compress, dropwhile, takewhile, filterfalse, islice, starmap, pairwise, batched.

private let accumulateParameters = MethodParameters(
    "accumulate", "iterable", "func", "initial", required: 1, positional: 2)

/// `first` is the iterator, `second` the function or None, `third` the total so far, `fourth` the initial value.
func makeAccumulate() -> TypeRef? {
    makeIterationType(
        "itertools.accumulate", doc: "Return series of accumulated sums (or other binary function results).",
        new: { type, args, kwargs in
            unpacked(accumulateParameters, args!, kwargs, failed: nil) { slots in
                guard let items = iterator(over: slots[0]!) else { return nil }
                let object = iterationRecord(type!, first: items, second: newReference(slots[1] ?? noneRef))
                if let initial = slots[2], !isNone(initial) { object?.record.pointee.fourth = newReference(initial) }
                return object
            }
        },
        next: { object in
            let record = object!.record
            if let initial = exchange(&record.pointee.fourth, nil) {
                release(exchange(&record.pointee.third, initial))
                return newReference(initial)
            }
            guard let item = nextItem(record.pointee.first) else { return nil }
            guard let total = record.pointee.third else {
                record.pointee.third = newReference(item)
                return item
            }
            defer { Bt_DECREF_(item) }
            let function = record.pointee.second!
            let next = isNone(function) ? BtNumber_Add(total, item) : callWithTwo(function, total, item)
            guard let next else { return nil }
            release(exchange(&record.pointee.third, newReference(next)))
            return next
        })
}

/// Call a function with two arguments.
func callWithTwo(_ function: Ref, _ first: Ref, _ second: Ref) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 3) { slots in
        slots.initializeElement(at: 0, to: nil)
        slots.initializeElement(at: 1, to: first)
        slots.initializeElement(at: 2, to: second)
        return vectorcall(function, UnsafePointer(slots.baseAddress! + 1), 2 | Int.min, nil)
    }
}

private let compressParameters = MethodParameters("compress", "data", "selectors", required: 2)

/// `first` and `second` are the iterators over data and selectors.
func makeCompress() -> TypeRef? {
    makeIterationType(
        "itertools.compress", doc: "Return data elements corresponding to true selector elements.",
        new: { type, args, kwargs in
            unpacked(compressParameters, args!, kwargs, failed: nil) { slots in
                guard let data = iterator(over: slots[0]!) else { return nil }
                guard let selectors = iterator(over: slots[1]!) else {
                    Bt_DECREF_(data)
                    return nil
                }
                return iterationRecord(type!, first: data, second: selectors)
            }
        },
        next: { object in
            let record = object!.record
            while let item = nextItem(record.pointee.first) {
                guard let selector = nextItem(record.pointee.second) else {
                    Bt_DECREF_(item)
                    return nil
                }
                let truth = BtObject_IsTrue(selector)
                Bt_DECREF_(selector)
                if truth > 0 { return item }
                Bt_DECREF_(item)
                if truth < 0 { return nil }
            }
            return nil
        })
}

/// `first` is the function, `second` the iterator, `state` 1 once items are given.
func makeDropWhile() -> TypeRef? {
    makeIterationType(
        "itertools.dropwhile", doc: "Drop items from the iterable while predicate(item) is true.",
        new: { functionAndIterator("dropwhile", $0!, $1!, $2) },
        next: { object in
            let record = object!.record
            while let item = nextItem(record.pointee.second) {
                if record.pointee.state == 1 { return item }
                let truth = truthOfCall(record.pointee.first, item)
                if truth == 0 {
                    record.pointee.state = 1
                    return item
                }
                Bt_DECREF_(item)
                if truth < 0 { return nil }
            }
            return nil
        })
}

/// `first` is the function, `second` the iterator, `state` 1 once it ended.
func makeTakeWhile() -> TypeRef? {
    makeIterationType(
        "itertools.takewhile",
        doc: "Return successive entries from an iterable as long as the predicate evaluates to true.",
        new: { functionAndIterator("takewhile", $0!, $1!, $2) },
        next: { object in
            let record = object!.record
            guard record.pointee.state == 0, let item = nextItem(record.pointee.second) else { return nil }
            let truth = truthOfCall(record.pointee.first, item)
            if truth > 0 { return item }
            Bt_DECREF_(item)
            if truth == 0 { record.pointee.state = 1 }
            return nil
        })
}

/// `first` is the function or None, `second` the iterator.
func makeFilterFalse() -> TypeRef? {
    makeIterationType(
        "itertools.filterfalse", doc: "Return those items of iterable for which function(item) is false.",
        new: { functionAndIterator("filterfalse", $0!, $1!, $2) },
        next: { object in
            let record = object!.record
            let function = record.pointee.first!
            let asksItem = isNone(function) || function == BtBool_Type_().ref
            while let item = nextItem(record.pointee.second) {
                let truth = asksItem ? BtObject_IsTrue(item) : truthOfCall(function, item)
                if truth == 0 { return item }
                Bt_DECREF_(item)
                if truth < 0 { return nil }
            }
            return nil
        })
}

/// `first` is the function, `second` the iterator over its arguments.
func makeStarmap() -> TypeRef? {
    makeIterationType(
        "itertools.starmap",
        doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple.",
        new: { functionAndIterator("starmap", $0!, $1!, $2) },
        next: { object in
            let record = object!.record
            guard let item = nextItem(record.pointee.second) else { return nil }
            defer { Bt_DECREF_(item) }
            guard let arguments = tupleOf(item) else { return nil }
            defer { Bt_DECREF_(arguments) }
            return BtObject_Call(record.pointee.first, arguments, nil)
        })
}

/// `first` is the iterator, nil at the end; `count` the items taken, `limit` the stop (-1: none), `state` the next one to
/// give, `step` the stride.
func makeIslice() -> TypeRef? {
    makeIterationType(
        "itertools.islice", doc: "Return an iterator whose next() method returns selected values from an iterable.",
        new: { isliceNew($0!, $1!, $2) }, next: { isliceNext($0!.record) })
}

private func isliceNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    let count = BtTuple_GET_SIZE_(args)
    guard _BtArg_NoKeywords(cString("islice"), kwargs) != 0,
        _BtArg_CheckPositional(cString("islice"), count, 2, 4) != 0
    else { return nil }
    func bound(_ index: Int, _ otherwise: Int) -> Int? {
        let value = argument(args, index)
        if isNone(value) { return otherwise }
        if BtIndex_Check(value) != 0 {
            let number = BtNumber_AsSsize_t(value, BtExc_OverflowError)
            if number >= 0 { return number }
            if errorOccurred() { BtErr_Clear() }
        }
        if count == 2 {
            return raise(
                BtExc_ValueError,
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        }
        return raise(
            BtExc_ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    }
    var (start, step) = (0, 1)
    guard let stop = bound(count == 2 ? 1 : 2, -1) else { return nil }
    if count > 2 {
        guard let given = bound(1, 0) else { return nil }
        start = given
    }
    if count > 3, !isNone(argument(args, 3)) {
        guard let given = sizeArgument(argument(args, 3)), given > 0 else {
            BtErr_Clear()
            return raise(BtExc_ValueError, "Step for islice() must be a positive integer or None.")
        }
        step = given
    }
    guard let items = iterator(over: argument(args, 0)) else { return nil }
    let object = iterationRecord(type, first: items, limit: stop)
    object?.record.pointee.state = start
    object?.record.pointee.step = step
    return object
}

private func isliceNext(_ record: RecordRef) -> Ref? {
    guard let items = record.pointee.first.map(newReference) else { return nil }
    defer { Bt_DECREF_(items) }
    let stop = record.pointee.limit
    while record.pointee.count < record.pointee.state, stop < 0 || record.pointee.count < stop {
        guard let skipped = nextItem(items) else { return endSlice(record) }
        Bt_DECREF_(skipped)
        record.pointee.count += 1
    }
    if stop >= 0, record.pointee.count >= stop { return endSlice(record) }
    guard let item = nextItem(items) else { return endSlice(record) }
    record.pointee.count += 1
    let (next, overflow) = record.pointee.state.addingReportingOverflow(record.pointee.step)
    record.pointee.state = overflow || stop >= 0 && next > stop ? stop : next
    return item
}

private func endSlice(_ record: RecordRef) -> Ref? {
    release(exchange(&record.pointee.first, nil))
    return nil
}

/// `first` is the iterator, `second` the item before.
func makePairwise() -> TypeRef? {
    makeIterationType(
        "itertools.pairwise", doc: "Return an iterator of overlapping pairs taken from the input iterator.",
        new: { type, args, kwargs in
            guard _BtArg_NoKeywords(cString("pairwise"), kwargs) != 0,
                _BtArg_CheckPositional(cString("pairwise"), BtTuple_GET_SIZE_(args!), 1, 1) != 0,
                let items = iterator(over: argument(args!, 0))
            else { return nil }
            return iterationRecord(type!, first: items)
        },
        next: { object in
            let record = object!.record
            if record.pointee.second == nil {
                guard let item = nextItem(record.pointee.first) else { return nil }
                release(exchange(&record.pointee.second, item))
            }
            let old = newReference(record.pointee.second)
            defer { Bt_DECREF_(old) }
            guard let new = nextItem(record.pointee.first) else { return nil }
            release(exchange(&record.pointee.second, new))
            return makeTuple(old, new)
        })
}

private let batchedParameters = MethodParameters("batched", "iterable", "n", "strict", required: 2, positional: 2)

/// `first` is the iterator, nil at the end; `limit` the size of a batch, `state` 1 if it is strict.
func makeBatched() -> TypeRef? {
    makeIterationType(
        "itertools.batched", doc: "Batch data into tuples of length n. The last batch may be shorter than n.",
        new: { type, args, kwargs in
            unpacked(batchedParameters, args!, kwargs, failed: nil) { slots in
                guard let size = sizeArgument(slots[1]!) else { return nil }
                guard size >= 1 else { return raise(BtExc_ValueError, "n must be at least one") }
                let strict = slots[2].map { BtObject_IsTrue($0) } ?? 0
                guard strict >= 0, let items = iterator(over: slots[0]!) else { return nil }
                let object = iterationRecord(type!, first: items, limit: size)
                object?.record.pointee.state = Int(strict)
                return object
            }
        },
        next: { object in
            let record = object!.record
            guard let items = record.pointee.first, let batch = BtList_New(0) else { return nil }
            defer { Bt_DECREF_(batch) }
            while BtList_GET_SIZE_(batch) < record.pointee.limit, let item = nextItem(items) {
                if listAppend(batch, stealing: item) < 0 { return nil }
            }
            if errorOccurred() { return nil }
            let count = BtList_GET_SIZE_(batch)
            if count < record.pointee.limit { release(exchange(&record.pointee.first, nil)) }
            if count == 0 { return nil }
            if count < record.pointee.limit, record.pointee.state != 0 {
                return raise(BtExc_ValueError, "batched(): incomplete batch")
            }
            return listAsTuple(batch)
        })
}
