internal import CBaton
internal import CBaton.Host

// What a type takes over from its bases where it defines nothing itself.

/// Take over flags, sizes, tables and slots along the order of bases.
func inheritFromBases(_ type: TypeRef) {
    if let base = type.pointee.tp_base { inheritSpecial(type, base) }
    for base in typeArray(type.pointee.tp_mro).dropFirst() { inheritSlots(type, base) }
    if let base = type.pointee.tp_base { inheritTables(type, base) }
    // What no base gives.
    if type.pointee.tp_alloc == nil { type.pointee.tp_alloc = BtType_GenericAlloc }
    if type.pointee.tp_free == nil { type.pointee.tp_free = BtObject_Free }
}

private let subclassFlags =
    BT_TPFLAGS_LONG_SUBCLASS | BT_TPFLAGS_LIST_SUBCLASS | BT_TPFLAGS_TUPLE_SUBCLASS | BT_TPFLAGS_BYTES_SUBCLASS
    | BT_TPFLAGS_UNICODE_SUBCLASS | BT_TPFLAGS_DICT_SUBCLASS | BT_TPFLAGS_BASE_EXC_SUBCLASS
    | BT_TPFLAGS_TYPE_SUBCLASS | BT_TPFLAGS_SEQUENCE | BT_TPFLAGS_MAPPING

private func inheritSpecial(_ type: TypeRef, _ base: TypeRef) {
    if !type.has(BT_TPFLAGS_HAVE_GC), base.has(BT_TPFLAGS_HAVE_GC), type.pointee.tp_traverse == nil,
        type.pointee.tp_clear == nil
    {
        type.pointee.tp_flags |= BT_TPFLAGS_HAVE_GC
        type.pointee.tp_traverse = base.pointee.tp_traverse
        type.pointee.tp_clear = base.pointee.tp_clear
    }
    if type.pointee.tp_basicsize == 0 { type.pointee.tp_basicsize = base.pointee.tp_basicsize }
    if type.pointee.tp_itemsize == 0 { type.pointee.tp_itemsize = base.pointee.tp_itemsize }
    if type.pointee.tp_weaklistoffset == 0 { type.pointee.tp_weaklistoffset = base.pointee.tp_weaklistoffset }
    if type.pointee.tp_dictoffset == 0 { type.pointee.tp_dictoffset = base.pointee.tp_dictoffset }
    type.pointee.tp_flags |= base.pointee.tp_flags & subclassFlags
}

/// Slots that are taken over one by one, each without regard to the others.
private let plainSlots: [CInt] = [
    Bt_tp_dealloc, Bt_tp_repr, Bt_tp_str, Bt_tp_iter, Bt_tp_iternext, Bt_tp_descr_set, Bt_tp_init, Bt_tp_alloc,
    Bt_tp_is_gc, Bt_tp_finalize, Bt_tp_del, Bt_tp_free,
]

/// Slots of the tables, taken over where both the type and the base have the table.
private let tableSlots: [CInt] =
    Array(1...46) + [Bt_nb_matrix_multiply, Bt_nb_inplace_matrix_multiply] + Array(Bt_am_await...Bt_am_anext)
    + [Bt_am_send]

private func inheritSlots(_ type: TypeRef, _ base: TypeRef) {
    inheritGroups(type, base)
    for slot in tableSlots + plainSlots { copySlot(type, base, slot) }
    inheritDescriptorAndCall(type, base)
}

/// Copy one slot that the base defines itself and the type does not.
private func copySlot(_ type: TypeRef, _ base: TypeRef, _ slot: CInt) {
    guard let place = _bt_type_slot(type, slot), place.pointee == nil, let value = definedSlot(base, slot) else {
        return
    }
    place.pointee = value
}

/// The content of a slot, if the type defines it rather than having it from its base.
private func definedSlot(_ type: TypeRef, _ slot: CInt) -> UnsafeMutableRawPointer? {
    guard let value = _bt_type_slot(type, slot)?.pointee else { return nil }
    if let base = type.pointee.tp_base, _bt_type_slot(base, slot)?.pointee == value { return nil }
    return value
}

/// Slots that go in groups: two forms of one thing.
private func inheritGroups(_ type: TypeRef, _ base: TypeRef) {
    if type.pointee.tp_getattr == nil, type.pointee.tp_getattro == nil {
        type.pointee.tp_getattr = base.pointee.tp_getattr
        type.pointee.tp_getattro = base.pointee.tp_getattro
    }
    if type.pointee.tp_setattr == nil, type.pointee.tp_setattro == nil {
        type.pointee.tp_setattr = base.pointee.tp_setattr
        type.pointee.tp_setattro = base.pointee.tp_setattro
    }
    // A type that defines equality has no hash unless it says so.
    if type.pointee.tp_richcompare == nil, type.pointee.tp_hash == nil, !definesEqualityOrHash(type) {
        type.pointee.tp_richcompare = base.pointee.tp_richcompare
        type.pointee.tp_hash = base.pointee.tp_hash
    }
}

private func definesEqualityOrHash(_ type: TypeRef) -> Bool {
    guard let dict = type.pointee.tp_dict else { return false }
    return BtDict_Contains(dict, internedName("__eq__")) > 0 || BtDict_Contains(dict, internedName("__hash__")) > 0
}

private func inheritDescriptorAndCall(_ type: TypeRef, _ base: TypeRef) {
    if type.pointee.tp_descr_get == nil {
        copySlot(type, base, Bt_tp_descr_get)
        if type.pointee.tp_descr_get != nil, base.has(BT_TPFLAGS_METHOD_DESCRIPTOR) {
            type.pointee.tp_flags |= BT_TPFLAGS_METHOD_DESCRIPTOR
        }
    }
    if type.pointee.tp_vectorcall_offset == 0 {
        type.pointee.tp_vectorcall_offset = base.pointee.tp_vectorcall_offset
    }
    if type.pointee.tp_call == nil, base.pointee.tp_call != nil {
        type.pointee.tp_call = base.pointee.tp_call
        if base.has(BT_TPFLAGS_HAVE_VECTORCALL) { type.pointee.tp_flags |= BT_TPFLAGS_HAVE_VECTORCALL }
    }
}

/// A type without a table of its own uses its base's.
private func inheritTables(_ type: TypeRef, _ base: TypeRef) {
    if type.pointee.tp_as_async == nil { type.pointee.tp_as_async = base.pointee.tp_as_async }
    if type.pointee.tp_as_number == nil { type.pointee.tp_as_number = base.pointee.tp_as_number }
    if type.pointee.tp_as_sequence == nil { type.pointee.tp_as_sequence = base.pointee.tp_as_sequence }
    if type.pointee.tp_as_mapping == nil { type.pointee.tp_as_mapping = base.pointee.tp_as_mapping }
    if type.pointee.tp_as_buffer == nil { type.pointee.tp_as_buffer = base.pointee.tp_as_buffer }
}
