internal import CBaton
internal import CBaton.Host
internal import Glibc

// BtType_FromSpec and its kin: a heap type from a table of slots.

/// What the slots of a specification say beside functions.
private struct SpecFacts {
    var members: UnsafeMutablePointer<BtMemberDef>?
    var doc: UnsafePointer<CChar>?
    var bases: Ref?
    var base: TypeRef?
    var weaklistOffset = 0
    var dictOffset = 0
    var vectorcallOffset = 0
}

/// Make a type; `module`, `bases` and `metatype` may be nil. Nil: an exception is set.
func makeType(
    _ metatype: TypeRef?, _ module: Ref?, _ spec: UnsafeMutablePointer<BtType_Spec>, _ givenBases: Ref?
) -> Ref? {
    guard spec.pointee.name != nil else {
        return raise(BtExc_SystemError, "Type spec does not define the name field.")
    }
    guard var facts = readFacts(spec) else { return nil }
    guard let bases = basesTuple(facts, givenBases) else { return nil }
    defer { Bt_DECREF_(bases) }
    for base in 0..<BtTuple_GET_SIZE_(bases) where !isType(BtTuple_GET_ITEM_(bases, base)) {
        return raise(BtExc_TypeError, "bases must be types")
    }
    let baseTypes = typeArray(bases)
    guard let base = bestBase(baseTypes),
        let metatype = bestMetatype(metatype ?? BtType_Type_(), baseTypes)
    else { return nil }
    if let make = metatype.pointee.tp_new,
        slotPointer(make) != slotPointer(BtType_Type_().pointee.tp_new!)
    {
        return raise(BtExc_TypeError, "Metaclasses with custom tp_new are not supported.")
    }
    guard let size = basicSize(spec, base, &facts) else { return nil }
    guard let type = metatype.pointee.tp_alloc(metatype, 0) else { return nil }
    if fill(asType(type), spec, facts, base, bases, size) < 0
        || finish(asType(type), spec, facts, module) < 0
    {
        Bt_DECREF_(type)
        return nil
    }
    return type
}

private func readFacts(_ spec: UnsafeMutablePointer<BtType_Spec>) -> SpecFacts? {
    var facts = SpecFacts()
    guard var slot = spec.pointee.slots else { return facts }
    while slot.pointee.slot != 0 {
        let content = slot.pointee.pfunc
        switch slot.pointee.slot {
        case Bt_tp_members:
            facts.members = content?.assumingMemoryBound(to: BtMemberDef.self)
        case Bt_tp_doc:
            facts.doc = UnsafePointer(content?.assumingMemoryBound(to: CChar.self))
        case Bt_tp_bases:
            facts.bases = content?.assumingMemoryBound(to: BtObject.self)
        case Bt_tp_base:
            facts.base = content?.assumingMemoryBound(to: BtTypeObject.self)
        case 1..<BT_SLOT_COUNT_:
            break
        default:
            return raise(BtExc_RuntimeError, "invalid slot offset")
        }
        slot += 1
    }
    guard var member = facts.members else { return facts }
    while let name = member.pointee.name {
        switch String(cString: name) {
        case "__weaklistoffset__": facts.weaklistOffset = member.pointee.offset
        case "__dictoffset__": facts.dictOffset = member.pointee.offset
        case "__vectorcalloffset__": facts.vectorcallOffset = member.pointee.offset
        default: break
        }
        member += 1
    }
    return facts
}

private func basesTuple(_ facts: SpecFacts, _ given: Ref?) -> Ref? {
    if let given {
        if isTuple(given) { return newReference(given) }
        return BtTuple_FromArray([given], 1)
    }
    if let bases = facts.bases {
        return isTuple(bases)
            ? newReference(bases) : raise(BtExc_SystemError, "Py_tp_bases is not a tuple")
    }
    return makeTypeTuple([facts.base ?? BtBaseObject_Type_()])
}

/// tp_basicsize: given, the base's, or negative: so many bytes beyond the base's.
private func basicSize(
    _ spec: UnsafeMutablePointer<BtType_Spec>, _ base: TypeRef, _ facts: inout SpecFacts
) -> Int? {
    let given = Int(spec.pointee.basicsize)
    let baseSize = base.pointee.tp_basicsize
    if given == 0 { return baseSize }
    if given > 0 {
        guard given >= baseSize else {
            return raise(
                BtExc_TypeError,
                "tp_basicsize for type '\(String(cString: spec.pointee.name))' (\(given)) is too small for base '"
                    + "\(typeName(of: base))' (\(baseSize))")
        }
        return given
    }
    guard base.pointee.tp_itemsize == 0 || base == BtType_Type_() else {
        return raise(
            BtExc_SystemError, "Cannot extend variable-size class without Py_TPFLAGS_ITEMS_AT_END.")
    }
    let start = alignUp(baseSize, 16)
    return start + alignUp(-given, 16)
}

@inline(__always)
func alignUp(_ value: Int, _ alignment: Int) -> Int { (value + alignment - 1) & ~(alignment - 1) }

private func fill(
    _ type: TypeRef, _ spec: UnsafeMutablePointer<BtType_Spec>, _ facts: SpecFacts, _ base: TypeRef, _ bases: Ref,
    _ size: Int
) -> CInt {
    let heapType = type.ref.as(BtHeapTypeObject.self)
    // First, so that what is made in part can be freed.
    type.pointee.tp_flags = UInt(spec.pointee.flags) | BT_TPFLAGS_HEAPTYPE
    let name = String(cString: spec.pointee.name)
    guard let copy = copyCString(name) else { return -1 }
    heapType.pointee._ht_tpname = copy
    let short = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    guard let shortName = makeString(short) else { return -1 }
    heapType.pointee.ht_name = shortName
    heapType.pointee.ht_qualname = newReference(shortName)
    _bt_heap_type_tables(heapType)
    type.pointee.tp_name = UnsafePointer(copy)
    type.pointee.tp_bases = newReference(bases)
    Bt_INCREF_(base.ref)
    type.pointee.tp_base = base
    type.pointee.tp_basicsize = size
    type.pointee.tp_itemsize = Int(spec.pointee.itemsize)
    if fillSlots(type, spec) < 0 { return -1 }
    if let doc = facts.doc {
        guard let text = copyCString(String(cString: doc)) else { return -1 }
        type.pointee.tp_doc = UnsafePointer(text)
    }
    if let members = facts.members {
        guard let table = copyMembers(members, relativeTo: alignUp(base.pointee.tp_basicsize, 16)) else { return -1 }
        type.pointee.tp_members = table
    }
    type.pointee.tp_weaklistoffset = facts.weaklistOffset
    type.pointee.tp_dictoffset = facts.dictOffset
    type.pointee.tp_vectorcall_offset = facts.vectorcallOffset
    addManagedFields(type)
    if type.pointee.tp_dealloc == nil { type.pointee.tp_dealloc = subtypeDeallocSlot }
    return 0
}

/// BT_TPFLAGS_MANAGED_DICT, BT_TPFLAGS_MANAGED_WEAKREF: the runtime finds the places for the dictionary and for the list
/// of weak references, behind the struct.
private func addManagedFields(_ type: TypeRef) {
    let base = type.pointee.tp_base
    let pointer = MemoryLayout<Ref?>.size
    if type.has(BT_TPFLAGS_MANAGED_WEAKREF), type.pointee.tp_weaklistoffset == 0, type.pointee.tp_itemsize == 0,
        base?.pointee.tp_weaklistoffset ?? 0 == 0
    {
        let start = alignUp(type.pointee.tp_basicsize, pointer)
        type.pointee.tp_weaklistoffset = start
        type.pointee.tp_basicsize = start + pointer
    }
    if type.has(BT_TPFLAGS_MANAGED_DICT), type.pointee.tp_dictoffset == 0, base?.pointee.tp_dictoffset ?? 0 == 0 {
        let start = alignUp(type.pointee.tp_basicsize, pointer)
        type.pointee.tp_dictoffset = type.pointee.tp_itemsize == 0 ? start : -pointer
        type.pointee.tp_basicsize = start + pointer
    }
}

private func fillSlots(_ type: TypeRef, _ spec: UnsafeMutablePointer<BtType_Spec>) -> CInt {
    guard var slot = spec.pointee.slots else { return 0 }
    while slot.pointee.slot != 0 {
        switch slot.pointee.slot {
        case Bt_tp_members, Bt_tp_doc, Bt_tp_bases, Bt_tp_base:
            break
        default:
            _bt_type_slot(type, slot.pointee.slot)!.pointee = slot.pointee.pfunc
        }
        slot += 1
    }
    return 0
}

private func finish(
    _ type: TypeRef, _ spec: UnsafeMutablePointer<BtType_Spec>, _ facts: SpecFacts, _ module: Ref?
) -> CInt {
    type.ref.as(BtHeapTypeObject.self).pointee.ht_module = module.map(newReference)
    guard readyType(type) == 0 else { return -1 }
    let dict = type.pointee.tp_dict!
    // The offsets are no attributes.
    for name in ["__weaklistoffset__", "__dictoffset__", "__vectorcalloffset__"] as [StaticString] {
        let key = internedName(name)
        if BtDict_Contains(dict, key) > 0, BtDict_DelItem(dict, key) < 0 { return -1 }
    }
    if let doc = facts.doc,
        setAndRelease(dict, internedName("__doc__"), makeString(textBehindSignature(doc))) < 0
    {
        return -1
    }
    let moduleKey = internedName("__module__")
    if BtDict_Contains(dict, moduleKey) == 0 {
        let name = String(cString: spec.pointee.name)
        if let dot = name.lastIndex(of: ".") {
            if setAndRelease(dict, moduleKey, makeString(String(name[..<dot]))) < 0 { return -1 }
        } else {
            let message = "builtin type \(name) has no __module__ attribute"
            if message.withCString({ BtErr_WarnEx(BtExc_DeprecationWarning, $0, 1) }) < 0 { return -1 }
        }
    }
    type.ref.pointee.ob_flags |= UInt8(BT_FLAG_DEFERRED)
    return 0
}
