internal import CBaton
internal import CBaton.Host

// The module `itertools`. Its iterators are records; what the fields mean is said at each.

func makeItertools() -> Ref? {
    makeNativeModule(
        "itertools", doc: "Functional tools for creating and using iterators.", [teeMethod]
    ) { module in
        let makers: [() -> TypeRef?] = [
            makeCount, makeCycle, makeRepeat, makeChain, makeAccumulate, makeCompress, makeDropWhile, makeTakeWhile,
            makeFilterFalse, makeIslice, makeStarmap, makeZipLongest, makeProduct, makePermutations, makeCombinations,
            makeCombinationsWithReplacement, makeGroupBy, makePairwise, makeBatched,
        ]
        return makers.allSatisfy { add(module, $0()) } && makeTeeType() && makeGroupType()
    }
}

/// A type of itertools that is made by `new` and stepped by `next`.
func makeIterationType(
    _ name: StaticString, doc: StaticString, new: @escaping newfunc, next: @escaping iternextfunc,
    methods: [BtMethodDef] = []
) -> TypeRef? {
    makeNativeType(name) { type in
        setUpIteratorRecord(type, doc: doc, next: next)
        type.pointee.tp_new = new
        if !methods.isEmpty { type.pointee.tp_methods = methodTable(methods) }
    }
}

/// A record of a type whose fields take the references over; nil if one is nil.
func iterationRecord(
    _ type: TypeRef, first: Ref? = nil, second: Ref? = nil, third: Ref? = nil, count: Int = 0, limit: Int = 0
) -> Ref? {
    guard let record = newRecord(type) else {
        release(first)
        release(second)
        release(third)
        return nil
    }
    record.pointee.first = first
    record.pointee.second = second
    record.pointee.third = third
    record.pointee.count = count
    record.pointee.limit = limit
    return record.ref
}

/// A function and an iterator over the second argument, as many types of itertools take them.
func functionAndIterator(_ name: StaticString, _ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard _BtArg_NoKeywords(cString(name), kwargs) != 0,
        _BtArg_CheckPositional(cString(name), BtTuple_GET_SIZE_(args), 2, 2) != 0,
        let items = iterator(over: argument(args, 1))
    else { return nil }
    return iterationRecord(type, first: newReference(argument(args, 0)), second: items)
}
