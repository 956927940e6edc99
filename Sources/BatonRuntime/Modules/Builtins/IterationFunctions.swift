internal import CBaton
internal import CBaton.Host

// Builtin functions over iterables: len, iter, next, any, all, sorted, min, max.

var builtinIterationFunctions: [BtMethodDef] {
    [
        method("len", BT_METH_O, doc: "Return the number of items in a container.") { _, object in
            let size = BtObject_Size(object)
            return size < 0 ? nil : makeInt(size)
        },
        fastMethod("iter", doc: "Get an iterator from an object.") { _, args, nargs in
            guard checkCount("iter", nargs, 1...2) else { return nil }
            if nargs == 1 { return iterator(over: args![0]!) }
            guard BtCallable_Check(args![0]) != 0 else {
                return raise(BtExc_TypeError, "iter(v, w): v must be callable")
            }
            return BtCallIter_New(args![0], args![1])
        },
        fastMethod("next", doc: "Return the next item from the iterator.") { _, args, nargs in
            guard checkCount("next", nargs, 1...2) else { return nil }
            return next(args![0]!, nargs > 1 ? args![1] : nil)
        },
        method("any", BT_METH_O, doc: "Return True if bool(x) is True for any x in the iterable.") {
            anyTruth($1!, is: true)
        },
        method("all", BT_METH_O, doc: "Return True if bool(x) is True for all values x in the iterable.") {
            anyTruth($1!, is: false)
        },
        fastKeywordMethod("sorted", doc: "Return a new list containing all items from the iterable in ascending order.")
        { _, args, nargs, kwnames in sorted(args, nargs, kwnames) },
        fastKeywordMethod("min", doc: "With a single iterable argument, return its smallest item.") {
            extreme("min", BT_LT, $1, $2, $3)
        },
        fastKeywordMethod("max", doc: "With a single iterable argument, return its biggest item.") {
            extreme("max", BT_GT, $1, $2, $3)
        },
        method("aiter", BT_METH_O, doc: "Return an AsyncIterator for an AsyncIterable object.") { _, object in
            guard let start = object!.type.pointee.tp_as_async?.pointee.am_aiter else {
                return raise(BtExc_TypeError, "'\(typeName(object!))' object is not an async iterable")
            }
            return start(object)
        },
    ]
}

private func next(_ object: Ref, _ fallback: Ref?) -> Ref? {
    guard isIterator(object) else {
        return raise(BtExc_TypeError, "'\(typeName(object))' object is not an iterator")
    }
    if let item = object.type.pointee.tp_iternext(object) { return item }
    if let fallback {
        if errorOccurred() {
            guard BtErr_ExceptionMatches(BtExc_StopIteration) != 0 else { return nil }
            BtErr_Clear()
        }
        return newReference(fallback)
    }
    if !errorOccurred() { BtErr_SetNone(BtExc_StopIteration) }
    return nil
}

/// Whether the iterable has an item with this truth: any(); the opposite is all().
private func anyTruth(_ iterable: Ref, is wanted: Bool) -> Ref? {
    guard let items = iterator(over: iterable) else { return nil }
    defer { Bt_DECREF_(items) }
    while let item = nextItem(items) {
        let truth = BtObject_IsTrue(item)
        Bt_DECREF_(item)
        if truth < 0 { return nil }
        if (truth > 0) == wanted { return boolRef(wanted) }
    }
    return errorOccurred() ? nil : boolRef(!wanted)
}

private func sorted(_ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    guard checkCount("sorted", nargs, 1...1), let list = listOf(args![0]!) else { return nil }
    let keywords = kwnames.map { BtTuple_GET_SIZE_($0) } ?? 0
    let result = withUnsafeTemporaryAllocation(of: Ref?.self, capacity: keywords + 1) { slots in
        slots.initializeElement(at: 0, to: list)
        for index in 0..<keywords { slots.initializeElement(at: index + 1, to: args![nargs + index]) }
        return callMethod(internedName("sort"), UnsafePointer(slots.baseAddress!), 1, kwnames)
    }
    guard let result else {
        Bt_DECREF_(list)
        return nil
    }
    Bt_DECREF_(result)
    return list
}

/// min and max: of the items of one iterable, or of the arguments.
private func extreme(
    _ name: StaticString, _ operation: CInt, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?
) -> Ref? {
    if nargs == 0 { return raise(BtExc_TypeError, "\(name) expected at least 1 argument, got 0") }
    guard let (key, fallback) = extremeKeywords(name, args, nargs, kwnames) else { return nil }
    if nargs > 1, fallback != nil {
        return raise(
            BtExc_TypeError, "Cannot specify a default for \(name)() with multiple positional arguments")
    }
    var best = Extreme(key: key.flatMap { isNone($0) ? nil : $0 }, operation: operation)
    if nargs > 1 {
        for index in 0..<nargs where !best.offer(newReference(args![index]!)) { return nil }
        return best.result
    }
    guard let items = iterator(over: args![0]!) else { return nil }
    defer { Bt_DECREF_(items) }
    while let item = nextItem(items) {
        guard best.offer(item) else { return nil }
    }
    if errorOccurred() {
        best.drop()
        return nil
    }
    if let found = best.result { return found }
    if let fallback { return newReference(fallback) }
    return raise(BtExc_ValueError, "\(name)() iterable argument is empty")
}

private func extremeKeywords(
    _ name: StaticString, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?
) -> (key: Ref?, fallback: Ref?)? {
    var found: (key: Ref?, fallback: Ref?) = (nil, nil)
    guard let kwnames else { return found }
    for index in 0..<BtTuple_GET_SIZE_(kwnames) {
        let keyword = swiftString(BtTuple_GET_ITEM_(kwnames, index))
        switch keyword {
        case "key": found.key = args![nargs + index]
        case "default": found.fallback = args![nargs + index]
        default:
            raiseUnexpectedKeyword("\(name)()", keyword, among: ["key", "default"])
            return nil
        }
    }
    return found
}

/// The best item so far, with what its key function gave.
private struct Extreme {
    let key: Ref?
    let operation: CInt
    private var item: Ref?
    private var measure: Ref?

    init(key: Ref?, operation: CInt) {
        self.key = key
        self.operation = operation
    }

    /// The best item; nil if there was none. Ends the search.
    var result: Ref? {
        mutating get {
            release(exchange(&measure, nil))
            return exchange(&item, nil)
        }
    }

    /// Look at an item, whose reference is taken over. False: an exception is set and all is dropped.
    mutating func offer(_ candidate: Ref) -> Bool {
        let value: Ref? = if let key { BtObject_CallOneArg(key, candidate) } else { newReference(candidate) }
        guard let value else {
            Bt_DECREF_(candidate)
            drop()
            return false
        }
        var isBetter: CInt = 1
        if let measure { isBetter = BtObject_RichCompareBool(value, measure, operation) }
        guard isBetter > 0 else {
            Bt_DECREF_(candidate)
            Bt_DECREF_(value)
            if isBetter < 0 { drop() }
            return isBetter == 0
        }
        release(exchange(&item, candidate))
        release(exchange(&measure, value))
        return true
    }

    mutating func drop() {
        release(exchange(&item, nil))
        release(exchange(&measure, nil))
    }
}
