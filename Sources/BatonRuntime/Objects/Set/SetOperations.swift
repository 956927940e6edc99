internal import CBaton
internal import CBaton.Host

// Union, intersection and the like, as new sets and in place.

/// A change of a set by an iterable: 0, or -1 with an exception set.
typealias SetUpdate = (Ref, Ref) -> CInt

/// Step through an iterable and its hashes until `body` returns something else than 0, and return that; -1 with an
/// exception set. Sets and dicts have the hashes; another thing's items are hashed.
func forEachHashed(_ iterable: Ref, _ body: (Ref, Bt_hash_t) -> CInt) -> CInt {
    if isAnySet(iterable) {
        var position = 0
        while let place = setNext(iterable, &position) {
            let (key, hash) = (newReference(place.pointee.key), place.pointee.hash)
            let status = body(key, hash)
            Bt_DECREF_(key)
            if status != 0 { return status }
        }
        return 0
    }
    guard let iterator = BtObject_GetIter(iterable) else { return -1 }
    defer { Bt_DECREF_(iterator) }
    while let key = nextItem(iterator) {
        let hash = keyHash(key)
        let status = hash == -1 ? -1 : body(key, hash)
        Bt_DECREF_(key)
        if status != 0 { return status }
    }
    return errorOccurred() ? -1 : 0
}

/// 1 if the item is in the set, 0 if not, -1 with an exception set.
@inline(__always)
func setHas(_ set: Ref, _ key: Ref, _ hash: Bt_hash_t) -> CInt {
    switch setFind(set, key, hash) {
    case .found: return 1
    case .free: return 0
    case .failed: return -1
    }
}

/// Remove an item if it is there: 1, 0 if it is not, -1 with an exception set.
func setDiscard(_ set: Ref, _ key: Ref, _ hash: Bt_hash_t) -> CInt {
    switch setFind(set, key, hash) {
    case .found(let place):
        Bt_DECREF_(setRemove(set, at: place))
        return 1
    case .free: return 0
    case .failed: return -1
    }
}

func setUpdate(_ set: Ref, _ other: Ref) -> CInt {
    locked(set, other) {
        if isAnySet(other) { return setMerge(set, other) }
        if other.type == BtDict_Type_() { return setMergeKeys(set, other) }
        return forEachHashed(other) { setAdd(set, $0, $1) < 0 ? -1 : 0 }
    }
}

/// Add the keys of a dict, whose hashes are known.
private func setMergeKeys(_ set: Ref, _ dict: Ref) -> CInt {
    let fields = set.set.pointee
    if (fields.fill + dictCount(dict)) * 5 >= fields.mask * 3,
        !setResize(set, atLeast: (fields.used + dictCount(dict)) * 2)
    {
        return -1
    }
    var position = 0
    while let entry = dictTable(dict).nextEntry(from: position) {
        position = entry + 1
        let found = dictTable(dict).entries[entry]
        if setAdd(set, found.key, found.hash) < 0 { return -1 }
    }
    return 0
}

func setDifferenceUpdate(_ set: Ref, _ other: Ref) -> CInt {
    locked(set, other) {
        if set == other {
            setClear(set)
            return 0
        }
        return forEachHashed(other) { setDiscard(set, $0, $1) < 0 ? -1 : 0 }
    }
}

func setIntersectionUpdate(_ set: Ref, _ other: Ref) -> CInt {
    guard let result = setIntersection(set, other) else { return -1 }
    defer { Bt_DECREF_(result) }
    return setReplace(set, by: result)
}

func setSymmetricDifferenceUpdate(_ set: Ref, _ other: Ref) -> CInt {
    if set == other { return setDifferenceUpdate(set, other) }
    // An iterable may give an item twice: made a set first.
    guard let items = isAnySet(other) ? newReference(other) : makeSet(BtSet_Type_(), other) else { return -1 }
    defer { Bt_DECREF_(items) }
    return locked(set, items) {
        forEachHashed(items) { key, hash in
            let removed = setDiscard(set, key, hash)
            if removed != 0 { return removed < 0 ? -1 : 0 }
            return setAdd(set, key, hash) < 0 ? -1 : 0
        }
    }
}

/// Give a set the items of another.
private func setReplace(_ set: Ref, by other: Ref) -> CInt {
    locked(set) {
        setClear(set)
        return setMerge(set, other)
    }
}

/// The type of what an operation on a set gives: set or frozenset.
func resultType(_ set: Ref) -> TypeRef { isFrozenSet(set) ? BtFrozenSet_Type_() : BtSet_Type_() }

/// A copy of a set of its own base type, changed.
private func changed(_ set: Ref, _ other: Ref, _ update: SetUpdate) -> Ref? {
    guard let copy = makeSet(resultType(set), set) else { return nil }
    if update(copy, other) == 0 { return copy }
    Bt_DECREF_(copy)
    return nil
}

func setUnion(_ set: Ref, _ other: Ref) -> Ref? { changed(set, other, setUpdate) }

func setSymmetricDifference(_ set: Ref, _ other: Ref) -> Ref? {
    // Begun from the other one, as CPython does: the order of the result follows from it.
    guard let result = makeSet(resultType(set), other) else { return nil }
    if setSymmetricDifferenceUpdate(result, set) == 0 { return result }
    Bt_DECREF_(result)
    return nil
}

func setIntersection(_ set: Ref, _ other: Ref) -> Ref? {
    if set == other { return makeSet(resultType(set), set) }
    guard let result = newSet(resultType(set)) else { return nil }
    // The smaller of two sets is walked.
    let swapped = isAnySet(other) && setCount(other) > setCount(set)
    let (walked, asked) = swapped ? (set, other) : (other, set)
    let status = locked(set, other) {
        forEachHashed(walked) { key, hash in
            let there = setHas(asked, key, hash)
            if there <= 0 { return there }
            return setAdd(result, key, hash) < 0 ? -1 : 0
        }
    }
    if status == 0 { return result }
    Bt_DECREF_(result)
    return nil
}

func setDifference(_ set: Ref, _ other: Ref) -> Ref? {
    let keyed = isAnySet(other) || isDict(other)
    let otherCount = isDict(other) ? dictCount(other) : keyed ? setCount(other) : 0
    // With few items to take away, or no way to ask for one, a copy is changed.
    if !keyed || setCount(set) >> 2 > otherCount { return changed(set, other, setDifferenceUpdate) }
    guard let result = newSet(resultType(set)) else { return nil }
    let status = locked(set, other) {
        forEachHashed(set) { key, hash in
            let there: CInt
            if isDict(other) {
                let entry = dictFind(other, key, hash)
                there = entry >= 0 ? 1 : entry == dictFailed ? -1 : 0
            } else {
                there = setHas(other, key, hash)
            }
            if there != 0 { return there < 0 ? -1 : 0 }
            return setAdd(result, key, hash) < 0 ? -1 : 0
        }
    }
    if status == 0 { return result }
    Bt_DECREF_(result)
    return nil
}

/// An operator between two sets.
func setOperation(_ left: Ref, _ right: Ref, _ operation: (Ref, Ref) -> Ref?) -> Ref? {
    guard isAnySet(left), isAnySet(right) else { return notImplementedRef }
    return operation(left, right)
}

/// An operator that changes the left set.
func setInPlace(_ left: Ref, _ right: Ref, _ update: SetUpdate) -> Ref? {
    guard isAnySet(right) else { return notImplementedRef }
    return update(left, right) == 0 ? newReference(left) : nil
}

/// Change a set by the items of an iterable, by the name of a method; None, or nil with an exception set.
func setChange(_ set: Ref, by other: Ref, _ update: SetUpdate) -> Ref? { update(set, other) == 0 ? noneRef : nil }

/// 1 if each item of a set is in another, 0 if not, -1 with an exception set.
func setIsSubset(_ set: Ref, of other: Ref) -> CInt {
    if setCount(set) > setCount(other) { return 0 }
    let missing = locked(set, other) {
        forEachHashed(set) { key, hash in
            let there = setHas(other, key, hash)
            return there < 0 ? -1 : 1 - there
        }
    }
    return missing < 0 ? -1 : 1 - missing
}

func setCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard isAnySet(right) else { return notImplementedRef }
    let (leftCount, rightCount) = (setCount(left), setCount(right))
    var result: CInt
    switch operation {
    case BT_EQ, BT_NE: result = leftCount == rightCount ? setIsSubset(left, of: right) : 0
    case BT_LE: result = setIsSubset(left, of: right)
    case BT_GE: result = setIsSubset(right, of: left)
    case BT_LT: result = leftCount < rightCount ? setIsSubset(left, of: right) : 0
    default: result = leftCount > rightCount ? setIsSubset(right, of: left) : 0
    }
    if result < 0 { return nil }
    if operation == BT_NE { result = 1 - result }
    return boolRef(result != 0)
}
