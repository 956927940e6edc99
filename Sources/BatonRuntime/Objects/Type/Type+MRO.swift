internal import CBaton

// The order in which the bases of a type are searched: C3, as in Python.

/// Compute the method resolution order of a type whose tp_bases are ready: a new tuple.
func computeMRO(_ type: TypeRef) -> Ref? {
    let bases = type.pointee.tp_bases!
    let count = BtTuple_GET_SIZE_(bases)
    if count == 0 { return makeTypeTuple([type]) }
    if count == 1 {
        let base = asType(BtTuple_GET_ITEM_(bases, 0))
        return makeTypeTuple([type] + typeArray(base.pointee.tp_mro))
    }
    var sequences: [[TypeRef]] = []
    for index in 0..<count {
        let base = asType(BtTuple_GET_ITEM_(bases, index))
        if (0..<index).contains(where: { BtTuple_GET_ITEM_(bases, $0) == base.ref }) {
            return raise(BtExc_TypeError, "duplicate base class \(typeShortName(base))")
        }
        sequences.append(typeArray(base.pointee.tp_mro))
    }
    sequences.append(typeArray(bases))
    guard let order = mergeC3(sequences) else { return nil }
    return makeTypeTuple([type] + order)
}

/// The method resolution order that the metatype's `mro` gives, which may be its own: a new tuple.
func resolutionOrder(_ type: TypeRef) -> Ref? {
    let metatype: TypeRef? = type.ref.pointee.ob_type
    guard let metatype, metatype != BtType_Type_(), let found = typeLookup(metatype, internedName("mro")),
        found.type != BtMethodDescr_Type_()
    else { return computeMRO(type) }
    var isMissing = false
    guard let order = callSpecial(type.ref, internedName("mro"), [], isMissing: &isMissing) else { return nil }
    defer { Bt_DECREF_(order) }
    guard let tuple = BtSequence_Tuple(order) else { return nil }
    let solid = solidBase(type)
    for index in 0..<BtTuple_GET_SIZE_(tuple) {
        let item = BtTuple_GET_ITEM_(tuple, index)!
        if isType(item), isSubtype(solid, solidBase(asType(item))) { continue }
        let message =
            isType(item)
            ? "mro() returned base with unsuitable layout ('\(typeName(of: asType(item)))')"
            : "mro() returned a non-class ('\(typeName(item))')"
        Bt_DECREF_(tuple)
        return raise(BtExc_TypeError, message)
    }
    return tuple
}

private func mergeC3(_ given: [[TypeRef]]) -> [TypeRef]? {
    var sequences = given
    var result: [TypeRef] = []
    while true {
        sequences.removeAll(where: \.isEmpty)
        if sequences.isEmpty { return result }
        let candidate = sequences.lazy.map { $0[0] }.first { head in
            !sequences.contains { $0.dropFirst().contains(head) }
        }
        guard let candidate else {
            var heads: [TypeRef] = []
            for sequence in sequences where !heads.contains(sequence[0]) { heads.append(sequence[0]) }
            let names = heads.map { typeShortName($0) }.joined(separator: ", ")
            return raise(
                BtExc_TypeError, "Cannot create a consistent method resolution order (MRO) for bases \(names)")
        }
        result.append(candidate)
        for index in sequences.indices where sequences[index][0] == candidate { sequences[index].removeFirst() }
    }
}

/// The types in a tuple of types.
func typeArray(_ tuple: Ref?) -> [TypeRef] {
    guard let tuple else { return [] }
    return (0..<BtTuple_GET_SIZE_(tuple)).map { asType(BtTuple_GET_ITEM_(tuple, $0)) }
}

/// A new tuple of types.
func makeTypeTuple(_ types: [TypeRef]) -> Ref? {
    guard let tuple = BtTuple_New(types.count) else { return nil }
    for (index, type) in types.enumerated() { BtTuple_SET_ITEM_(tuple, index, newReference(type.ref)) }
    return tuple
}

/// tp_name behind its last dot.
func typeShortName(_ type: TypeRef) -> String { String(cString: _BtType_Name(type)) }

/// Whether `type` is `base` or derives from it.
@inline(__always)
func isSubtype(_ type: TypeRef, _ base: TypeRef) -> Bool { type == base || isSubtypeSlow(type, base) }

private func isSubtypeSlow(_ type: TypeRef, _ base: TypeRef) -> Bool {
    guard let mro = type.pointee.tp_mro else {
        var current: TypeRef? = type
        while let next = current {
            if next == base { return true }
            current = next.pointee.tp_base
        }
        return base == BtBaseObject_Type_()
    }
    let items = _bt_tuple_items(mro)!
    for index in 0..<BtTuple_GET_SIZE_(mro) where items[index] == base.ref { return true }
    return false
}
