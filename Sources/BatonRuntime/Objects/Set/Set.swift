internal import CBaton
internal import CBaton.Host

/// Whether an object is a set or a frozenset, or of a subtype.
@inline(__always)
func isAnySet(_ object: Ref) -> Bool {
    object.type == BtSet_Type_() || object.type == BtFrozenSet_Type_()
        || BtObject_TypeCheck_(object, BtSet_Type_()) != 0 || BtObject_TypeCheck_(object, BtFrozenSet_Type_()) != 0
}

/// Whether an object is a frozenset, or of a subtype.
func isFrozenSet(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, BtFrozenSet_Type_()) != 0 }

/// The frozenset without items, which all share.
var emptyFrozenSet: Ref { _bt_empty_frozenset_() }

/// Make an empty set of a type that is set or frozenset or derives from one. Nil with an exception set.
func newSet(_ type: TypeRef) -> Ref? {
    let made: Ref?
    if type == BtSet_Type_() || type == BtFrozenSet_Type_() {
        made = makeObject(type, as: BtSetObject.self)?.ref
    } else {
        made = type.pointee.tp_alloc(type, 0)
    }
    guard let set = made else { return nil }
    setEmptyTable(set)
    set.set.pointee.finger = 0
    set.set.pointee.weakreflist = nil
    track(set)
    return set
}

/// Make a set of the items of an iterable, or an empty one (nil).
func makeSet(_ type: TypeRef, _ iterable: Ref?) -> Ref? {
    guard let set = newSet(type) else { return nil }
    if let iterable, setUpdate(set, iterable) < 0 {
        Bt_DECREF_(set)
        return nil
    }
    return set
}

func setUpSets() {
    setUpShared(BtSet_Type_(), doc: "Build an unordered collection of unique elements.")
    setUpShared(BtFrozenSet_Type_(), doc: "Build an immutable unordered collection of unique elements.")
    let set = BtSet_Type_()
    set.pointee.tp_new = { type, _, _ in newSet(type!) }
    set.pointee.tp_init = { setInit($0!, $1, $2) }
    set.pointee.tp_hash = BtObject_HashNotImplemented
    set.pointee.tp_methods = methodTable(setMethods + mutatingSetMethods)
    set.pointee.tp_as_number.pointee.nb_inplace_subtract = { setInPlace($0!, $1!, setDifferenceUpdate) }
    set.pointee.tp_as_number.pointee.nb_inplace_and = { setInPlace($0!, $1!, setIntersectionUpdate) }
    set.pointee.tp_as_number.pointee.nb_inplace_xor = { setInPlace($0!, $1!, setSymmetricDifferenceUpdate) }
    set.pointee.tp_as_number.pointee.nb_inplace_or = { setInPlace($0!, $1!, setUpdate) }
    let frozen = BtFrozenSet_Type_()
    frozen.pointee.tp_new = { frozenSetNew($0!, $1, $2) }
    frozen.pointee.tp_hash = { frozenSetHash($0!) }
    frozen.pointee.tp_methods = methodTable(setMethods)
}

private func setUpShared(_ type: TypeRef, doc: StaticString) {
    type.pointee.tp_basicsize = MemoryLayout<BtSetObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE
    type.pointee.tp_doc = cString(doc)
    type.pointee.tp_weaklistoffset = MemoryLayout<BtSetObject>.offset(of: \.weakreflist)!
    type.pointee.tp_dealloc = { setDealloc($0!) }
    type.pointee.tp_traverse = { setTraverse($0!, $1, $2) }
    type.pointee.tp_clear = { set in
        setClear(set!)
        return 0
    }
    type.pointee.tp_repr = { setRepr($0!) }
    type.pointee.tp_richcompare = { setCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { makeSetIterator($0!) }
    type.pointee.tp_as_number = permanent(
        BtNumberMethods.only(
            subtract: { setOperation($0!, $1!, setDifference) },
            and: { setOperation($0!, $1!, setIntersection) },
            xor: { setOperation($0!, $1!, setSymmetricDifference) },
            or: { setOperation($0!, $1!, setUnion) }))
    type.pointee.tp_as_sequence = permanent(
        BtSequenceMethods.only(length: { setCount($0!) }, contains: { setContains($0!, $1!) }))
}

private func setDealloc(_ set: Ref) {
    if set.set.pointee.weakreflist != nil { BtObject_ClearWeakRefs(set) }
    let type = resultType(set)
    deallocating(set, exactly: type) {
        var position = 0
        while let place = setNext(set, &position) { Bt_DECREF_(place.pointee.key) }
        if set.set.pointee.table != _bt_set_smalltable(set) { BtMem_Free(set.set.pointee.table) }
        freeContainer(set, exactly: type)
    }
}

private func setTraverse(_ set: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    var position = 0
    while let place = setNext(set, &position) {
        let status = visitField(place.pointee.key, visit, context)
        if status != 0 { return status }
    }
    return 0
}

private func setInit(_ set: Ref, _ args: Ref?, _ kwargs: Ref?) -> CInt {
    let checked = functionAddress(set.type.pointee.tp_init) == functionAddress(BtSet_Type_().pointee.tp_init)
    guard let argument = optionalArgument("set", args, checked ? kwargs : nil) else { return -1 }
    locked(set) { setClear(set) }
    return argument.map { setUpdate(set, $0) } ?? 0
}

private func frozenSetNew(_ type: TypeRef, _ args: Ref?, _ kwargs: Ref?) -> Ref? {
    let plain = type == BtFrozenSet_Type_()
    let checked = plain || functionAddress(type.pointee.tp_init) == functionAddress(BtFrozenSet_Type_().pointee.tp_init)
    guard let argument = optionalArgument("frozenset", args, checked ? kwargs : nil) else { return nil }
    guard plain else { return makeSet(type, argument) }
    guard let argument else { return emptyFrozenSet }
    return frozenSet(of: argument)
}

/// A frozenset of the items of an iterable; a frozenset is returned as it is, and the empty one is shared.
func frozenSet(of iterable: Ref) -> Ref? {
    if iterable.type == BtFrozenSet_Type_() { return newReference(iterable) }
    guard let set = makeSet(BtFrozenSet_Type_(), iterable) else { return nil }
    if setCount(set) > 0 { return set }
    Bt_DECREF_(set)
    return emptyFrozenSet
}
