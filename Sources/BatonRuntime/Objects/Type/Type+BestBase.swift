internal import CBaton

// Which of several bases gives an instance its layout.

/// The base whose struct the instances of a type with these bases begin with; nil: an exception is set.
func bestBase(_ bases: [TypeRef]) -> TypeRef? {
    var winner: (base: TypeRef, solid: TypeRef)?
    for base in bases {
        if !base.has(BT_TPFLAGS_READY), readyType(base) < 0 { return nil }
        guard base.has(BT_TPFLAGS_BASETYPE) else {
            return raise(BtExc_TypeError, "type '\(typeName(of: base))' is not an acceptable base type")
        }
        let solid = solidBase(base)
        guard let (_, current) = winner else {
            winner = (base, solid)
            continue
        }
        if isSubtype(current, solid) { continue }
        guard isSubtype(solid, current) else {
            return raise(BtExc_TypeError, "multiple bases have instance lay-out conflict")
        }
        winner = (base, solid)
    }
    return winner?.base
}

/// The base that last added fields of its own to the struct: a dictionary or a list of weak references does not count.
func solidBase(_ type: TypeRef) -> TypeRef {
    // From the farthest base on; there may be more of them than the stack bears.
    var chain = [type]
    while let base = chain[chain.count - 1].pointee.tp_base { chain.append(base) }
    return chain.reversed().reduce(BtBaseObject_Type_()) { solid, next in addsFields(next, to: solid) ? next : solid }
}

private func addsFields(_ type: TypeRef, to base: TypeRef) -> Bool {
    if type.pointee.tp_itemsize != base.pointee.tp_itemsize { return true }
    var size = type.pointee.tp_basicsize
    let pointer = MemoryLayout<Ref?>.size
    if type.has(BT_TPFLAGS_HEAPTYPE) {
        if type.pointee.tp_weaklistoffset != 0, base.pointee.tp_weaklistoffset == 0 { size -= pointer }
        if type.pointee.tp_dictoffset != 0, base.pointee.tp_dictoffset == 0 { size -= pointer }
    }
    return size != base.pointee.tp_basicsize
}

/// The most derived of a metatype and the types of the bases; nil: an exception is set.
func bestMetatype(_ metatype: TypeRef, _ bases: [TypeRef]) -> TypeRef? {
    var winner = metatype
    for base in bases {
        let candidate = base.ref.type
        if isSubtype(winner, candidate) { continue }
        guard isSubtype(candidate, winner) else {
            return raise(
                BtExc_TypeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                    + "metaclasses of all its bases")
        }
        winner = candidate
    }
    return winner
}
