internal import CBaton
internal import CBaton.Host

// enumerate, zip, map, filter and reversed: the types.

/// Fill their slots. Makes no objects.
func setUpBuiltinIterators() {
    setUpEnumerate()
    setUpZip()
    setUpMap()
    setUpFilter()
    setUpReversed()
}

/// The tuple of iterators over the arguments of zip and map from `start` on. Nil with an exception set.
func iteratorTuple(_ args: Ref, from start: Int, failing: (Int, Ref) -> Void = { _, _ in }) -> Ref? {
    let count = BtTuple_GET_SIZE_(args) - start
    guard let iterators = newTuple(count) else { return nil }
    for index in 0..<count {
        let item = BtTuple_GET_ITEM_(args, start + index)!
        guard let made = iterator(over: item) else {
            failing(index, item)
            Bt_DECREF_(iterators)
            return nil
        }
        BtTuple_SET_ITEM_(iterators, index, made)
    }
    return iterators
}

/// Refuse keyword arguments of a type, unless a subtype with its own `__init__` may take them.
func acceptsNoKeywords(_ name: StaticString, _ type: TypeRef, exactly base: TypeRef, _ kwargs: Ref?) -> Bool {
    type != base || _BtArg_NoKeywords(cString(name), kwargs) != 0
}
