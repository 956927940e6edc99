internal import CBaton
internal import CBaton.Host

// _Pointer: an address in C's memory, and what is there.

func setUpPointer(_ type: TypeRef) {
    type.pointee.tp_doc = cString("A pointer to a value of the type `_type_`.")
    type.pointee.tp_new = { type, _, _ in newPointer(type!) }
    type.pointee.tp_init = { pointer, args, _ in pointerInit(pointer!, args!) }
    var numbers = BtNumberMethods()
    numbers.nb_bool = { $0!.foreign.address != nil ? 1 : 0 }
    type.pointee.tp_as_number = permanent(numbers)
    var sequence = BtSequenceMethods()
    sequence.sq_item = { pointerItem($0!, $1) }
    sequence.sq_ass_item = { pointerAssign($0!, $1, $2) }
    type.pointee.tp_as_sequence = permanent(sequence)
    var mapping = BtMappingMethods()
    mapping.mp_subscript = { pointerSubscript($0!, $1!) }
    mapping.mp_ass_subscript = { pointer, key, value in
        guard BtIndex_Check(key) != 0 else { return raiseStatus(BtExc_TypeError, "Pointer indices must be integer") }
        guard let index = indexOperand(key!) else { return -1 }
        return pointerAssign(pointer!, index, value)
    }
    type.pointee.tp_as_mapping = permanent(mapping)
    type.pointee.tp_getset = getsetTable([
        getset(
            "contents", doc: "the object this pointer points to (read-write)", get: { `self`, _ in contents(self!) },
            set: { `self`, value, _ in setContents(self!, value) })
    ])
}

private func newPointer(_ type: TypeRef) -> Ref? {
    guard let layout = ownLayout(type), layout.pointee.item != nil else {
        return raise(BtExc_TypeError, "Cannot create instance: has no _type_")
    }
    return makeForeign(type, layout)?.ref
}

private func pointerInit(_ object: Ref, _ args: Ref) -> CInt {
    let count = BtTuple_GET_SIZE_(args)
    guard count <= 1 else {
        return raiseStatus(BtExc_TypeError, "POINTER expected at most 1 argument, got \(count)")
    }
    return count == 0 ? 0 : setContents(object, argument(args, 0))
}

/// Where an item is, and what it is. Nil with ValueError set: it is NULL.
@inline(__always)
private func place(_ object: Ref, _ index: Int) -> (type: TypeRef, layout: LayoutRef, memory: UnsafeMutableRawPointer)?
{
    guard let start = object.foreign.address else { return raise(BtExc_ValueError, "NULL pointer access") }
    guard let item = object.foreignLayout.itemType, let layout = ownLayout(item) else {
        return raise(BtExc_TypeError, "the pointer has no _type_")
    }
    return (item, layout, start + index &* layout.pointee.size)
}

private func contents(_ object: Ref) -> Ref? {
    guard let (type, layout, memory) = place(object, 0) else { return nil }
    return makeForeign(type, layout, at: memory, owner: object)
}

private func setContents(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "Pointer does not support item deletion") }
    guard let item = object.foreignLayout.itemType else { return -1 }
    // Any C data will do, as in Python's ctypes.
    guard isForeign(value), ownLayout(value.type) != nil else {
        return raiseStatus(BtExc_TypeError, "expected \(typeName(of: item)) instead of \(typeName(value))")
    }
    object.foreign.bytes.storeBytes(of: value.foreign.bytes, as: UnsafeMutableRawPointer.self)
    guard keep(object.foreign, 1, newReference(value)), let kept = keptObjects(value.foreign),
        keep(object.foreign, 0, newReference(kept))
    else { return -1 }
    return 0
}

private func pointerItem(_ object: Ref, _ index: Int) -> Ref? {
    guard let (type, layout, memory) = place(object, index) else { return nil }
    return getForeign(type, layout, object, index, memory)
}

private func pointerAssign(_ object: Ref, _ index: Int, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "Pointer does not support item deletion") }
    guard let (type, layout, memory) = place(object, index) else { return -1 }
    return setForeign(object, type, layout, index, memory, value) ? 0 : -1
}

private func pointerSubscript(_ object: Ref, _ key: Ref) -> Ref? {
    if key.type == BtLong_Type_(), let index = key.long.compact { return pointerItem(object, index) }
    if BtIndex_Check(key) != 0 {
        guard let index = indexOperand(key) else { return nil }
        return pointerItem(object, index)
    }
    guard key.type == BtSlice_Type_() else { return raise(BtExc_TypeError, "Pointer indices must be integer") }
    return pointerSlice(object, key.slice.pointee)
}

/// A pointer knows no end, so a slice has to say where it stops, and which way it goes.
private func pointerSlice(_ object: Ref, _ slice: BtSliceObject) -> Ref? {
    var step = 1
    if !isNone(slice.step) {
        guard let value = indexOperand(slice.step) else { return nil }
        guard value != 0 else { return raise(BtExc_ValueError, "slice step cannot be zero") }
        step = value
    }
    var start = 0
    if isNone(slice.start) {
        guard step > 0 else { return raise(BtExc_ValueError, "slice start is required for step < 0") }
    } else {
        guard let value = indexOperand(slice.start) else { return nil }
        start = value
    }
    guard !isNone(slice.stop) else { return raise(BtExc_ValueError, "slice stop is required") }
    guard let stop = indexOperand(slice.stop) else { return nil }
    let distance = step > 0 ? stop - start : start - stop
    let count = distance <= 0 ? 0 : (distance - 1) / abs(step) + 1
    guard count == 0 || object.foreign.address != nil else {
        return raise(BtExc_ValueError, "NULL pointer access")
    }
    return readRow(object.foreignLayout, object.foreign.address, start, step, count) { pointerItem(object, $0) }
}
