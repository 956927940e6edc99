internal import CBaton
internal import CBaton.Host
internal import Glibc

// Array: items of one type, one after the other.

func setUpArray(_ type: TypeRef) {
    type.pointee.tp_doc = cString("Abstract base class for arrays.")
    type.pointee.tp_new = { type, _, _ in newForeign(type!)?.ref }
    type.pointee.tp_init = { array, args, _ in arrayInit(array!, args!) }
    var sequence = BtSequenceMethods()
    sequence.sq_length = { $0!.foreign.pointee.length }
    sequence.sq_item = { arrayItem($0!, $1) }
    sequence.sq_ass_item = { arrayAssign($0!, $1, $2) }
    type.pointee.tp_as_sequence = permanent(sequence)
    var mapping = BtMappingMethods()
    mapping.mp_length = { $0!.foreign.pointee.length }
    mapping.mp_subscript = { arraySubscript($0!, $1!) }
    mapping.mp_ass_subscript = { arrayAssignSubscript($0!, $1!, $2) }
    type.pointee.tp_as_mapping = permanent(mapping)
    type.pointee.tp_methods = methodTable([
        method("__class_getitem__", BT_METH_O | BT_METH_CLASS, doc: "See PEP 585") { type, item in
            makeGenericAlias(type!, item!)
        }
    ])
}

private func arrayInit(_ object: Ref, _ args: Ref) -> CInt {
    for index in 0..<BtTuple_GET_SIZE_(args) where arrayAssign(object, index, argument(args, index)) < 0 { return -1 }
    return 0
}

/// Where an item is, and what it is. Nil with IndexError set.
@inline(__always)
private func place(_ object: Ref, _ index: Int) -> (type: TypeRef, layout: LayoutRef, memory: UnsafeMutableRawPointer)?
{
    let data = object.foreign
    guard UInt(bitPattern: index) < UInt(bitPattern: data.pointee.length) else {
        return raise(BtExc_IndexError, "invalid index")
    }
    let item = object.foreignLayout.itemType.unsafelyUnwrapped
    let layout = ownLayout(item).unsafelyUnwrapped
    return (item, layout, data.bytes + index &* layout.pointee.size)
}

private func arrayItem(_ object: Ref, _ index: Int) -> Ref? {
    guard let (type, layout, memory) = place(object, index) else { return nil }
    return getForeign(type, layout, object, index, memory)
}

private func arrayAssign(_ object: Ref, _ index: Int, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "Array does not support item deletion") }
    guard let (type, layout, memory) = place(object, index) else { return -1 }
    return setForeign(object, type, layout, index, memory, value) ? 0 : -1
}

/// An index that counts from the end if it is negative. Nil with an exception set.
@inline(__always)
private func arrayIndex(_ object: Ref, _ key: Ref) -> Int? {
    if key.type == BtLong_Type_(), let index = key.long.compact, index >= 0 { return index }
    guard let index = indexOperand(key) else { return nil }
    return index < 0 ? index + object.foreign.pointee.length : index
}

private func arraySubscript(_ object: Ref, _ key: Ref) -> Ref? {
    if BtIndex_Check(key) != 0 {
        guard let index = arrayIndex(object, key) else { return nil }
        return arrayItem(object, index)
    }
    guard key.type == BtSlice_Type_() else { return raise(BtExc_TypeError, "indices must be integers") }
    var (start, stop, step, count) = (0, 0, 0, 0)
    if BtSlice_GetIndicesEx(key, object.foreign.pointee.length, &start, &stop, &step, &count) < 0 { return nil }
    return readRow(object.foreignLayout, object.foreign.bytes, start, step, count) { arrayItem(object, $0) }
}

/// The items of a slice: bytes, a str, or a list.
func readRow(
    _ layout: LayoutRef, _ memory: UnsafeRawPointer?, _ start: Int, _ step: Int, _ count: Int, _ item: (Int) -> Ref?
) -> Ref? {
    guard let inner = layout.itemType.flatMap(ownLayout) else { return badInternalCall() }
    if inner.kind == BT_FOREIGN_SIMPLE, inner.pointee.code == UInt8(ascii: "c"), inner.pointee.is_plain != 0 {
        guard count > 0, let memory else { return BtBytes_FromStringAndSize(nil, 0) }
        return Bytes.make(count) { target in
            for index in 0..<count { target[index] = memory.load(fromByteOffset: start + index * step, as: UInt8.self) }
            return true
        }
    }
    if inner.kind == BT_FOREIGN_SIMPLE, inner.pointee.code == UInt8(ascii: "u"), inner.pointee.is_plain != 0 {
        guard count > 0, let memory else { return makeString("") }
        return withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: count) { wide in
            for index in 0..<count {
                wide[index] = memory.load(fromByteOffset: (start + index * step) * 4, as: wchar_t.self)
            }
            return BtUnicode_FromWideChar(wide.baseAddress, count)
        }
    }
    guard let list = BtList_New(count) else { return nil }
    for index in 0..<count {
        guard let value = item(start + index * step) else {
            Bt_DECREF_(list)
            return nil
        }
        BtList_SET_ITEM_(list, index, value)
    }
    return list
}

private func arrayAssignSubscript(_ object: Ref, _ key: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "Array does not support item deletion") }
    if BtIndex_Check(key) != 0 {
        guard let index = arrayIndex(object, key) else { return -1 }
        return arrayAssign(object, index, value)
    }
    guard key.type == BtSlice_Type_() else { return raiseStatus(BtExc_TypeError, "indices must be integer") }
    var (start, stop, step, count) = (0, 0, 0, 0)
    if BtSlice_GetIndicesEx(key, object.foreign.pointee.length, &start, &stop, &step, &count) < 0 { return -1 }
    guard BtObject_Size(value) == count else {
        BtErr_Clear()
        return raiseStatus(BtExc_ValueError, "Can only assign sequence of same size")
    }
    for index in 0..<count {
        guard let item = BtSequence_GetItem(value, index) else { return -1 }
        let status = arrayAssign(object, start + index * step, item)
        Bt_DECREF_(item)
        if status < 0 { return -1 }
    }
    return 0
}

// MARK: Arrays of characters

// SAFETY (both): because they are written before they are shared, and only read.
nonisolated(unsafe) let byteArrayAttributes = getsetTable([
    getset(
        "value", doc: "string value",
        get: { `self`, _ in readByteArray(self!.foreign.bytes, self!.foreign.pointee.size) },
        set: { `self`, value, _ in setByteArray(self!, value) }),
    getset(
        "raw", doc: "value",
        get: { `self`, _ in BtBytes_FromStringAndSize(self!.foreign.pointee.memory, self!.foreign.pointee.size) },
        set: { `self`, value, _ in setRaw(self!, value) }),
])

nonisolated(unsafe) let wideArrayAttributes = getsetTable([
    getset(
        "value", doc: "string value",
        get: { `self`, _ in readWideArray(self!.foreign.bytes, self!.foreign.pointee.size) },
        set: { `self`, value, _ in setWideArray(self!, value) })
])

/// The bytes before the first 0.
func readByteArray(_ memory: UnsafeRawPointer, _ size: Int) -> Ref? {
    let text = memory.assumingMemoryBound(to: CChar.self)
    return BtBytes_FromStringAndSize(text, strnlen(text, size))
}

/// The characters before the first 0.
func readWideArray(_ memory: UnsafeRawPointer, _ size: Int) -> Ref? {
    let text = memory.assumingMemoryBound(to: wchar_t.self)
    var count = 0
    while count < size / 4, text[count] != 0 { count += 1 }
    return BtUnicode_FromWideChar(text, count)
}

/// Write characters, which fit, and a 0 where there is room for it.
func putWide(_ view: TextView, _ memory: UnsafeMutableRawPointer, _ room: Int) {
    let target = memory.assumingMemoryBound(to: UInt32.self)
    for index in 0..<view.count { target[index] = view[index] }
    if view.count < room { target[view.count] = 0 }
}

private func setByteArray(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "can't delete attribute") }
    guard isBytes(value) else {
        return raiseStatus(BtExc_TypeError, "bytes expected instead of \(typeName(value)) instance")
    }
    let (data, size) = (object.foreign, Bytes.size(value))
    guard size <= data.pointee.size else { return raiseStatus(BtExc_ValueError, "byte string too long") }
    memcpy(data.bytes, Bytes.data(value), size)
    if size < data.pointee.size { data.pointee.memory[size] = 0 }
    return 0
}

private func setRaw(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_AttributeError, "cannot delete attribute") }
    let data = object.foreign
    return withBytes(of: value) { bytes, size -> CInt in
        guard size <= data.pointee.size else { return raiseStatus(BtExc_ValueError, "byte string too long") }
        memmove(data.bytes, bytes, size)
        return 0
    } ?? -1
}

private func setWideArray(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "can't delete attribute") }
    guard isStr(value) else {
        return raiseStatus(BtExc_TypeError, "unicode string expected instead of \(typeName(value)) instance")
    }
    let (view, room) = (TextView(value), object.foreign.pointee.size / 4)
    guard view.count <= room else { return raiseStatus(BtExc_ValueError, "string too long") }
    putWide(view, object.foreign.bytes, room)
    return 0
}
