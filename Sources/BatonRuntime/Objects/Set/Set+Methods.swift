internal import CBaton
internal import CBaton.Host

/// What set and frozenset have in common.
var setMethods: [BtMethodDef] {
    [
        classGetItemMethod,
        method("__contains__", BT_METH_O | BT_METH_COEXIST, doc: "x.__contains__(y) <==> y in x.") {
            let there = setContains($0!, $1!)
            return there < 0 ? nil : boolRef(there != 0)
        },
        method("copy", BT_METH_NOARGS, doc: "Return a shallow copy of a set.") { set, _ in
            if set!.type == BtFrozenSet_Type_() { return Bt_NewRef_(set) }
            return makeSet(isSubtype(set!.type, BtSet_Type_()) ? BtSet_Type_() : BtFrozenSet_Type_(), set)
        },
        fastMethod("union", doc: "Return a new set with elements from the set and all others.") {
            combined($0!, $1, $2, setUpdate)
        },
        fastMethod("difference", doc: "Return a new set with elements in the set that are not in the others.") {
            folded($0!, $1, $2, setDifference)
        },
        fastMethod("intersection", doc: "Return a new set with elements common to the set and all others.") {
            folded($0!, $1, $2, setIntersection)
        },
        method(
            "symmetric_difference", BT_METH_O,
            doc: "Return a new set with elements in either the set or other but not both."
        ) {
            setSymmetricDifference($0!, $1!)
        },
        method("isdisjoint", BT_METH_O, doc: "Return True if two sets have a null intersection.") {
            setIsDisjoint($0!, $1!)
        },
        method("issubset", BT_METH_O, doc: "Report whether another set contains this set.") { set, other in
            withSet(other!) { setIsSubset(set!, of: $0) }
        },
        method("issuperset", BT_METH_O, doc: "Report whether this set contains another set.") { set, other in
            withSet(other!) { setIsSubset($0, of: set!) }
        },
        method("__reduce__", BT_METH_NOARGS, doc: "Return state information for pickling.") { set, _ in
            var state: Ref?
            guard let items = BtSequence_List(set),
                BtObject_GetOptionalAttr(set, internedName("__dict__"), &state) >= 0
            else { return nil }
            if let attributes = state, isDict(attributes), BtDict_Size(attributes) == 0 {
                Bt_DECREF_(attributes)
                state = nil
            }
            return tuple(taking: newReference(set!.type.ref), tuple(taking: items), state ?? noneRef)
        },
        method("__sizeof__", BT_METH_NOARGS, doc: "S.__sizeof__() -> size of S in memory, in bytes.") { set, _ in
            let outside = set!.set.pointee.table != _bt_set_smalltable(set)
            let bytes = outside ? (set!.set.pointee.mask + 1) * MemoryLayout<BtSetEntry_>.stride : 0
            return BtLong_FromSsize_t(set!.type.pointee.tp_basicsize + bytes)
        },
    ]
}

/// What set has alone.
var mutatingSetMethods: [BtMethodDef] {
    [
        method("add", BT_METH_O, doc: "Add an element to a set.") { BtSet_Add($0, $1) == 0 ? noneRef : nil },
        method("discard", BT_METH_O, doc: "Remove an element from a set if it is a member.") {
            setTake($0!, $1!) < 0 ? nil : noneRef
        },
        method("remove", BT_METH_O, doc: "Remove an element from a set; it must be a member.") { set, key in
            let taken = setTake(set!, key!)
            if taken == 0 { return raiseKeyError(key!) }
            return taken < 0 ? nil : noneRef
        },
        method("pop", BT_METH_NOARGS, doc: "Remove and return an arbitrary set element.") { set, _ in setPop(set!) },
        method("clear", BT_METH_NOARGS, doc: "Remove all elements from this set.") { set, _ in
            locked(set!) { setClear(set!) }
            return noneRef
        },
        fastMethod("update", doc: "Update the set, adding elements from all others.") {
            updated($0!, $1, $2, setUpdate)
        },
        fastMethod("difference_update", doc: "Update the set, removing elements found in others.") {
            updated($0!, $1, $2, setDifferenceUpdate)
        },
        fastMethod("intersection_update", doc: "Update the set, keeping only elements found in it and all others.") {
            guard let result = folded($0!, $1, $2, setIntersection) else { return nil }
            defer { Bt_DECREF_(result) }
            return setChange($0!, by: result, setIntersectionUpdate)
        },
        method(
            "symmetric_difference_update", BT_METH_O, doc: "Update the set, keeping only elements found in either set."
        ) {
            setChange($0!, by: $1!, setSymmetricDifferenceUpdate)
        },
    ]
}

/// Change a set by each argument.
private func updated(_ set: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int, _ update: SetUpdate) -> Ref? {
    for index in 0..<count where update(set, args![index]!) < 0 { return nil }
    return noneRef
}

/// A copy of a set, changed by each argument.
private func combined(_ set: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int, _ update: SetUpdate) -> Ref? {
    guard let result = makeSet(resultType(set), set) else { return nil }
    guard updated(result, args, count, update) != nil else {
        Bt_DECREF_(result)
        return nil
    }
    return result
}

/// The set combined with the first argument, that with the second, and so on.
private func folded(_ set: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int, _ operation: (Ref, Ref) -> Ref?) -> Ref? {
    if count == 0 { return makeSet(resultType(set), set) }
    guard var result = operation(set, args![0]!) else { return nil }
    for index in 1..<count {
        let next = operation(result, args![index]!)
        Bt_DECREF_(result)
        guard let next else { return nil }
        result = next
    }
    return result
}

/// Ask a question about a set or, made a set, any iterable.
private func withSet(_ object: Ref, _ body: (Ref) -> CInt) -> Ref? {
    guard let set = isAnySet(object) ? newReference(object) : makeSet(BtSet_Type_(), object) else { return nil }
    let result = body(set)
    Bt_DECREF_(set)
    return result < 0 ? nil : boolRef(result != 0)
}

private func setIsDisjoint(_ set: Ref, _ other: Ref) -> Ref? {
    let swapped = isAnySet(other) && setCount(other) > setCount(set)
    let (walked, asked) = swapped ? (set, other) : (other, set)
    let shared = locked(set, other) { forEachHashed(walked) { setHas(asked, $0, $1) } }
    return shared < 0 ? nil : boolRef(shared == 0)
}

/// Ask with the hash of a key. A set has none, but as a key it stands for the frozenset of its items.
private func withKeyHash(_ key: Ref, _ body: (Ref, Bt_hash_t) -> CInt) -> CInt {
    let hash = keyHash(key)
    if hash != -1 { return body(key, hash) }
    guard BtObject_TypeCheck_(key, BtSet_Type_()) != 0, BtErr_ExceptionMatches(BtExc_TypeError) != 0 else { return -1 }
    BtErr_Clear()
    guard let frozen = makeSet(BtFrozenSet_Type_(), key) else { return -1 }
    defer { Bt_DECREF_(frozen) }
    return body(frozen, frozenSetHash(frozen))
}

/// Whether an item is in a set: 1, 0, or -1 with an exception set.
func setContains(_ set: Ref, _ key: Ref) -> CInt {
    withKeyHash(key) { key, hash in locked(set) { setHas(set, key, hash) } }
}

private func setTake(_ set: Ref, _ key: Ref) -> CInt {
    withKeyHash(key) { key, hash in locked(set) { setDiscard(set, key, hash) } }
}

func setPop(_ set: Ref) -> Ref? {
    locked(set) {
        guard setCount(set) > 0 else { return raise(BtExc_KeyError, "pop from an empty set") }
        // The finger moves on, so that popping everything takes one walk.
        var position = set.set.pointee.finger & set.set.pointee.mask
        if let place = setNext(set, &position) {
            set.set.pointee.finger = position
            return setRemove(set, at: place)
        }
        position = 0
        let place = setNext(set, &position)!
        set.set.pointee.finger = position
        return setRemove(set, at: place)
    }
}

/// The hash of a set of hashes: the order in which they come does not matter.
func frozenSetHash(_ set: Ref) -> Bt_hash_t {
    if set.set.pointee.hash != -1 { return set.set.pointee.hash }
    var hash: UInt = 0
    var position = 0
    while let place = setNext(set, &position) {
        let item = UInt(bitPattern: place.pointee.hash)
        // Spread, since the hashes of close ints are close.
        hash ^= ((item ^ 89_869_747) ^ (item << 16)) &* 3_644_798_167
    }
    hash ^= (UInt(bitPattern: setCount(set)) &+ 1) &* 1_927_868_237
    hash ^= (hash >> 11) ^ (hash >> 25)
    hash = hash &* 69_069 &+ 907_133_923
    if hash == UInt.max { hash = 590_923_713 }
    set.set.pointee.hash = Int(bitPattern: hash)
    return set.set.pointee.hash
}

func setRepr(_ set: Ref) -> Ref? {
    let entered = Bt_ReprEnter(set)
    if entered < 0 { return nil }
    let name = typeName(set)
    if entered > 0 { return makeString("\(name)(...)") }
    defer { Bt_ReprLeave(set) }
    if setCount(set) == 0 { return makeString("\(name)()") }
    guard let list = listOf(set) else { return nil }
    defer { Bt_DECREF_(list) }
    guard let repr = BtObject_Repr(list) else { return nil }
    defer { Bt_DECREF_(repr) }
    let items = swiftString(repr).dropFirst().dropLast()
    return makeString(set.type == BtSet_Type_() ? "{\(items)}" : "\(name)({\(items)})")
}
