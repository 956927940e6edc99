internal import CBaton
internal import CBaton.Host

// The slots of types made at run time that do not bring their own: they do for their fields what is needed, and leave the
// rest to the base.

/// tp_dealloc of heap types.
func subtypeDealloc(_ object: Ref) {
    let type = object.type
    let isCollected = type.has(BT_TPFLAGS_HAVE_GC)
    // Before the freeing may be put off: finalizers that make objects which die in them end in RecursionError, not never.
    if type.pointee.tp_finalize != nil {
        if BtObject_CallFinalizerFromDealloc(object) < 0 { return }
    }
    if isCollected, _bt_trash_begin(object) != 0 { return }
    defer { if isCollected { _bt_trash_end() } }
    if isCollected { BtObject_GC_UnTrack(object) }
    let base = baseWithOwn(type) { slotPointer($0.pointee.tp_dealloc) == slotPointer(subtypeDeallocSlot) }
    if type.pointee.tp_weaklistoffset != 0, base.pointee.tp_weaklistoffset == 0 { BtObject_ClearWeakRefs(object) }
    clearOwnSlots(object, type, until: base)
    if type.pointee.tp_dictoffset != 0, base.pointee.tp_dictoffset == 0, let place = _BtObject_GetDictPtr(object) {
        release(exchange(&place.pointee, nil))
    }
    base.pointee.tp_dealloc(object)
    // A base that is a heap type too has dropped the reference to the object's type itself.
    if !base.has(BT_TPFLAGS_HEAPTYPE) { Bt_DECREF_(type.ref) }
}

let subtypeDeallocSlot: destructor = { subtypeDealloc($0!) }
let subtypeTraverseSlot: traverseproc = { subtypeTraverse($0!, $1!, $2) }
let subtypeClearSlot: inquiry = { subtypeClear($0!) }

private func subtypeTraverse(_ object: Ref, _ visit: visitproc, _ context: UnsafeMutableRawPointer?) -> CInt {
    let type = object.type
    let base = baseWithOwn(type) { $0.pointee.tp_traverse.map(slotPointer) == slotPointer(subtypeTraverseSlot) }
    if type.pointee.tp_dictoffset != base.pointee.tp_dictoffset, let dict = _BtObject_GetDictPtr(object)?.pointee {
        let result = visit(dict, context)
        if result != 0 { return result }
    }
    var result = traverseOwnSlots(object, type, until: base, visit, context)
    // A base that is a heap type too visits the object's type itself.
    if result == 0, !base.has(BT_TPFLAGS_HEAPTYPE) { result = visit(type.ref, context) }
    if result != 0 { return result }
    return base.pointee.tp_traverse?(object, visit, context) ?? 0
}

private func subtypeClear(_ object: Ref) -> CInt {
    let type = object.type
    let base = baseWithOwn(type) { $0.pointee.tp_clear.map(slotPointer) == slotPointer(subtypeClearSlot) }
    clearOwnSlots(object, type, until: base)
    if type.pointee.tp_dictoffset != base.pointee.tp_dictoffset, let place = _BtObject_GetDictPtr(object) {
        release(exchange(&place.pointee, nil))
    }
    return base.pointee.tp_clear?(object) ?? 0
}

/// The nearest base for which `isGeneric` is false.
private func baseWithOwn(_ type: TypeRef, _ isGeneric: (TypeRef) -> Bool) -> TypeRef {
    var base = type
    while isGeneric(base), let next = base.pointee.tp_base { base = next }
    return base
}

/// Drop what `__slots__` hold.
private func clearOwnSlots(_ object: Ref, _ type: TypeRef, until end: TypeRef) {
    _ = forEachOwnSlot(object, type, until: end) { place in
        release(exchange(&place.pointee, nil))
        return 0
    }
}

private func traverseOwnSlots(
    _ object: Ref, _ type: TypeRef, until end: TypeRef, _ visit: visitproc, _ context: UnsafeMutableRawPointer?
) -> CInt {
    forEachOwnSlot(object, type, until: end) { visitField($0.pointee, visit, context) }
}

/// Run `body` on the places of `__slots__` until it gives other than 0.
@inline(__always)
private func forEachOwnSlot(_ object: Ref, _ type: TypeRef, until end: TypeRef, _ body: (Places) -> CInt) -> CInt {
    var current = type
    while current != end {
        if current.has(BT_TPFLAGS_HEAPTYPE), var member = current.pointee.tp_members {
            while member.pointee.name != nil {
                if member.pointee.type == BT_T_OBJECT_EX, member.pointee.flags & BT_READONLY == 0 {
                    let place = (UnsafeMutableRawPointer(object) + member.pointee.offset)
                        .assumingMemoryBound(to: Ref?.self)
                    let status = body(place)
                    if status != 0 { return status }
                }
                member += 1
            }
        }
        guard let next = current.pointee.tp_base else { return 0 }
        current = next
    }
    return 0
}
