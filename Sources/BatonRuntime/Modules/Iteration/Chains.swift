internal import CBaton
internal import CBaton.Host

// chain, zip_longest, groupby, tee.

/// `first` is the iterator over the iterables, nil at the end; `second` the iterator over the current one.
func makeChain() -> TypeRef? {
    makeIterationType(
        "itertools.chain",
        doc: "Return a chain object whose .__next__() method returns elements from the iterables in turn.",
        new: { type, args, kwargs in
            guard acceptsNoKeywords("chain", type!, exactly: type!, kwargs), let items = iterator(over: args!) else {
                return nil
            }
            return iterationRecord(type!, first: items)
        }, next: { chainNext($0!.record) },
        methods: [
            method("from_iterable", BT_METH_O | BT_METH_CLASS) { type, iterable in
                guard let items = iterator(over: iterable!) else { return nil }
                return iterationRecord(asType(type!), first: items)
            }
        ])
}

private func chainNext(_ record: RecordRef) -> Ref? {
    while record.pointee.first != nil {
        if record.pointee.second == nil {
            guard let iterable = nextItem(record.pointee.first) else {
                release(exchange(&record.pointee.first, nil))
                return nil
            }
            let items = iterator(over: iterable)
            Bt_DECREF_(iterable)
            guard let items else {
                release(exchange(&record.pointee.first, nil))
                return nil
            }
            release(exchange(&record.pointee.second, items))
        }
        let items = newReference(record.pointee.second)
        defer { Bt_DECREF_(items) }
        if let item = nextItem(items) { return item }
        if errorOccurred() { return nil }
        release(exchange(&record.pointee.second, nil))
    }
    return nil
}

/// `first` is the list of iterators, None for those that ended; `second` the value to fill with; `count` the live ones.
func makeZipLongest() -> TypeRef? {
    makeIterationType(
        "itertools.zip_longest", doc: "Return a zip_longest object whose .__next__() method returns a tuple.",
        new: { type, args, kwargs in
            guard let keywords = keywordValues(["fillvalue"], kwargs, "zip_longest"),
                let iterators = iteratorTuple(args!, from: 0)
            else { return nil }
            defer { Bt_DECREF_(iterators) }
            guard let list = listOf(iterators) else { return nil }
            return iterationRecord(
                type!, first: list, second: newReference(keywords[0] ?? noneRef), count: BtTuple_GET_SIZE_(args!))
        },
        next: { object in
            let record = object!.record
            let iterators = record.pointee.first!
            let count = BtList_GET_SIZE_(iterators)
            guard record.pointee.count > 0, let row = newTuple(count) else { return nil }
            for index in 0..<count {
                let items = BtList_GET_ITEM_(iterators, index)!
                var item: Ref?
                if !isNone(items) {
                    item = nextItem(items)
                    if item == nil {
                        record.pointee.count -= 1
                        if errorOccurred() || record.pointee.count == 0 {
                            record.pointee.count = 0
                            Bt_DECREF_(row)
                            return nil
                        }
                        BtList_SetItem(iterators, index, noneRef)
                    }
                }
                BtTuple_SET_ITEM_(row, index, item ?? newReference(record.pointee.second))
            }
            return row
        })
}

private let groupByParameters = MethodParameters("groupby", "iterable", "key", required: 1)

/// `first` is the iterator, `second` the key function or None, `third` the item that is next, `fourth` its key; `count` is
/// the number of the group, `state` 1 at the end.
func makeGroupBy() -> TypeRef? {
    makeIterationType(
        "itertools.groupby", doc: "make an iterator that returns consecutive keys and groups from the iterable",
        new: { type, args, kwargs in
            unpacked(groupByParameters, args!, kwargs, failed: nil) { slots in
                guard let items = iterator(over: slots[0]!) else { return nil }
                return iterationRecord(type!, first: items, second: newReference(slots[1] ?? noneRef))
            }
        }, next: { groupByNext($0!.record) })
}

/// Take the next item and its key. False at the end, or with an exception set.
private func advance(_ groups: RecordRef) -> Bool {
    guard groups.pointee.state == 0, let item = nextItem(groups.pointee.first) else {
        groups.pointee.state = 1
        release(exchange(&groups.pointee.third, nil))
        return false
    }
    let function = groups.pointee.second!
    let key = isNone(function) ? newReference(item) : BtObject_CallOneArg(function, item)
    guard let key else {
        Bt_DECREF_(item)
        return false
    }
    release(exchange(&groups.pointee.third, item))
    release(exchange(&groups.pointee.fourth, key))
    return true
}

private func groupByNext(_ groups: RecordRef) -> Ref? {
    if groups.pointee.fourth == nil {
        guard advance(groups) else { return nil }
    } else {
        // What is left of the last group is passed over. `step` 1: the next item begins a new one already.
        while groups.pointee.step == 0 {
            let old = newReference(groups.pointee.fourth)
            defer { Bt_DECREF_(old) }
            guard advance(groups) else { return nil }
            let same = BtObject_RichCompareBool(old, groups.pointee.fourth, BT_EQ)
            if same < 0 { return nil }
            if same == 0 { break }
        }
        if groups.pointee.state != 0 { return nil }
    }
    groups.pointee.step = 0
    groups.pointee.count += 1
    let group = iterationRecord(
        _bt_host_modules.group_type, first: newReference(groups.ref), second: newReference(groups.pointee.fourth),
        count: groups.pointee.count)
    guard let group else { return nil }
    defer { Bt_DECREF_(group) }
    return makeTuple(groups.pointee.fourth, group)
}

/// A group: `first` is its groupby, `second` the key, `count` its number.
func makeGroupType() -> Bool {
    _bt_host_modules.group_type = makeNativeType("itertools._grouper") { type in
        setUpIteratorRecord(type, next: { groupNext($0!.record) })
    }
    return _bt_host_modules.group_type != nil
}

private func groupNext(_ group: RecordRef) -> Ref? {
    let groups = group.pointee.first.record
    guard groups.pointee.count == group.pointee.count, groups.pointee.step == 0 else { return nil }
    if groups.pointee.third == nil {
        guard advance(groups) else { return nil }
        let same = BtObject_RichCompareBool(group.pointee.second, groups.pointee.fourth, BT_EQ)
        if same <= 0 {
            groups.pointee.step = 1
            return nil
        }
    }
    return exchange(&groups.pointee.third, nil)
}

/// The shared items of tee: a chain of links. `first` is the item, `second` the next link, `third` the iterator.
func makeTeeType() -> Bool {
    _bt_host_modules.tee_link_type = makeNativeType("itertools._tee_dataobject") { type in setUpRecord(type) }
    _bt_host_modules.tee_type = makeNativeType("itertools._tee") { type in
        setUpIteratorRecord(type, doc: "Iterator wrapped to make it copyable.", next: { teeNext($0!.record) })
        type.pointee.tp_methods = methodTable([
            method("__copy__", BT_METH_NOARGS) { `self`, _ in
                iterationRecord(self!.type, first: newReference(self!.record.pointee.first))
            }
        ])
    }
    return _bt_host_modules.tee_link_type != nil && _bt_host_modules.tee_type != nil
}

private func teeNext(_ tee: RecordRef) -> Ref? {
    let link = newReference(tee.pointee.first)
    defer { Bt_DECREF_(link) }
    if link.record.pointee.first == nil {
        guard let items = link.record.pointee.third, let item = nextItem(items) else { return nil }
        guard let next = iterationRecord(_bt_host_modules.tee_link_type, third: newReference(items)) else {
            Bt_DECREF_(item)
            return nil
        }
        release(exchange(&link.record.pointee.first, item))
        release(exchange(&link.record.pointee.second, next))
    }
    release(exchange(&tee.pointee.first, newReference(link.record.pointee.second)))
    return newReference(link.record.pointee.first)
}

var teeMethod: BtMethodDef {
    fastMethod("tee", doc: "Returns a tuple of n independent iterators.") { _, args, nargs in
        guard checkCount("tee", nargs, 1...2), let count = nargs > 1 ? sizeArgument(args![1]!) : 2 else { return nil }
        guard count >= 0 else { return raise(BtExc_ValueError, "n must be >= 0") }
        guard let row = newTuple(count) else { return nil }
        if count == 0 { return row }
        guard let items = iterator(over: args![0]!) else { return nil }
        var link: Ref?
        if items.type == _bt_host_modules.tee_type {
            link = newReference(items.record.pointee.first)
            Bt_DECREF_(items)
        } else {
            link = iterationRecord(_bt_host_modules.tee_link_type, third: items)
        }
        guard let link else { return nil }
        defer { Bt_DECREF_(link) }
        for index in 0..<count {
            guard let tee = iterationRecord(_bt_host_modules.tee_type, first: newReference(link)) else {
                Bt_DECREF_(row)
                return nil
            }
            BtTuple_SET_ITEM_(row, index, tee)
        }
        return row
    }
}
