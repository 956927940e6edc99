internal import CBaton

// object.__class__ = type and type.__bases__ = types: only where the objects that exist keep their layout.

/// Setter of `__class__`.
func setClass(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "can't delete __class__ attribute") }
    guard isType(value) else {
        return raiseStatus(BtExc_TypeError, "__class__ must be set to a class, not '\(typeName(value))' object")
    }
    let (old, new) = (object.type, asType(value))
    let areModules = isSubtype(new, BtModule_Type_()) && isSubtype(old, BtModule_Type_())
    guard areModules || !old.has(BT_TPFLAGS_IMMUTABLETYPE) && !new.has(BT_TPFLAGS_IMMUTABLETYPE) else {
        return raiseStatus(
            BtExc_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
    }
    guard hasSameLayout(old, new, "__class__") else { return -1 }
    if new.has(BT_TPFLAGS_HEAPTYPE) { Bt_INCREF_(new.ref) }
    locked(object) { object.pointee.ob_type = new }
    if old.has(BT_TPFLAGS_HEAPTYPE) { Bt_DECREF_(old.ref) }
    return 0
}

/// Setter of `__bases__` of a type.
func typeSetBases(_ type: TypeRef, _ value: Ref?) -> CInt {
    guard maySet(type, "__bases__", value), let value else { return -1 }
    let name = typeName(of: type)
    guard isTuple(value) else {
        return raiseStatus(BtExc_TypeError, "can only assign tuple to \(name).__bases__, not \(typeName(value))")
    }
    guard BtTuple_GET_SIZE_(value) > 0 else {
        return raiseStatus(BtExc_TypeError, "can only assign non-empty tuple to \(name).__bases__, not ()")
    }
    for index in 0..<BtTuple_GET_SIZE_(value) {
        let item = BtTuple_GET_ITEM_(value, index)!
        guard isType(item) else {
            return raiseStatus(
                BtExc_TypeError, "\(name).__bases__ must be tuple of classes, not '\(typeName(item))'")
        }
        if isSubtype(asType(item), type) {
            return raiseStatus(BtExc_TypeError, "a __bases__ item causes an inheritance cycle")
        }
    }
    guard let base = bestBase(typeArray(value)) else { return -1 }
    if let oldBase = type.pointee.tp_base, !hasSameLayout(oldBase, base, "__bases__") { return -1 }
    return exchangeBases(type, value, base)
}

/// New bases, and new orders for the type and all that derive from it; all stay as they were if one has none.
private func exchangeBases(_ type: TypeRef, _ bases: Ref, _ base: TypeRef) -> CInt {
    let oldBases = exchange(&type.pointee.tp_bases, newReference(bases))
    let oldBase = type.pointee.tp_base
    type.pointee.tp_base = asType(newReference(base.ref))
    var orders: [(type: TypeRef, old: Ref?)] = []
    guard renewOrder(type, &orders) else {
        for (changed, old) in orders { release(exchange(&changed.pointee.tp_mro, old)) }
        release(exchange(&type.pointee.tp_bases, oldBases))
        type.pointee.tp_base = oldBase
        Bt_DECREF_(base.ref)
        return -1
    }
    for left in typeArray(oldBases) { removeSubclass(type, from: left) }
    for joined in typeArray(bases) {
        guard addSubclass(type, to: joined) else { return raiseNoMemoryStatus() }
    }
    typeModified(type)
    for (changed, _) in orders { updateAllSlots(changed) }
    for (_, old) in orders { release(old) }
    release(oldBases)
    release(oldBase?.ref)
    return 0
}

private func renewOrder(_ type: TypeRef, _ orders: inout [(type: TypeRef, old: Ref?)]) -> Bool {
    // Classes may derive from each other deeper than the stack bears.
    var waiting = [type]
    while let next = waiting.popLast() {
        guard let order = resolutionOrder(next) else { return false }
        orders.append((next, exchange(&next.pointee.tp_mro, order)))
        forEachSubclass(of: next) { waiting.append($0) }
    }
    return true
}

/// Whether objects of one type can become those of another; false: TypeError is set.
private func hasSameLayout(_ old: TypeRef, _ new: TypeRef, _ attribute: String) -> Bool {
    if let oldFree = old.pointee.tp_free, let newFree = new.pointee.tp_free,
        slotPointer(oldFree) != slotPointer(newFree)
    {
        return raiseStatus(
            BtExc_TypeError,
            "\(attribute) assignment: '\(typeName(of: new))' deallocator differs from '\(typeName(of: old))'") == 0
    }
    let (oldOwner, newOwner) = (layoutOwner(old), layoutOwner(new))
    if oldOwner == newOwner || oldOwner.pointee.tp_base == newOwner.pointee.tp_base && addSame(oldOwner, newOwner) {
        return true
    }
    return raiseStatus(
        BtExc_TypeError,
        "\(attribute) assignment: '\(typeName(of: new))' object layout differs from '\(typeName(of: old))'") == 0
}

/// The nearest base that has all the fields of a type.
private func layoutOwner(_ type: TypeRef) -> TypeRef {
    var owner = type
    while let base = owner.pointee.tp_base, base.pointee.tp_basicsize == owner.pointee.tp_basicsize,
        base.pointee.tp_itemsize == owner.pointee.tp_itemsize,
        base.pointee.tp_dictoffset == owner.pointee.tp_dictoffset,
        base.pointee.tp_weaklistoffset == owner.pointee.tp_weaklistoffset,
        base.has(BT_TPFLAGS_HAVE_GC) == owner.has(BT_TPFLAGS_HAVE_GC)
    {
        owner = base
    }
    return owner
}

/// Whether two types add the same fields to a common base.
private func addSame(_ first: TypeRef, _ second: TypeRef) -> Bool {
    first.pointee.tp_basicsize == second.pointee.tp_basicsize && first.pointee.tp_itemsize == second.pointee.tp_itemsize
        && first.pointee.tp_dictoffset == second.pointee.tp_dictoffset
        && first.pointee.tp_weaklistoffset == second.pointee.tp_weaklistoffset
        && memberNames(first) == memberNames(second)
}

private func memberNames(_ type: TypeRef) -> [String] {
    guard type.has(BT_TPFLAGS_HEAPTYPE), var member = type.pointee.tp_members else { return [] }
    var names: [String] = []
    while let name = member.pointee.name {
        names.append(String(cString: name))
        member += 1
    }
    return names
}
