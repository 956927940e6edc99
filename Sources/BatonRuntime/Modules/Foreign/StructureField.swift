internal import CBaton
internal import CBaton.Host

// CField: a field of a structure or union, as a descriptor.

func setUpForeignField(_ type: TypeRef) {
    type.pointee.tp_basicsize = MemoryLayout<BtForeignFieldObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_doc = cString("Structure/Union member")
    type.pointee.tp_dealloc = { object in
        BtObject_GC_UnTrack(object)
        release(exchange(&object!.foreignField.pointee.type, nil))
        object!.type.pointee.tp_free(object)
    }
    type.pointee.tp_traverse = { visitField($0!.foreignField.pointee.type, $1, $2) }
    type.pointee.tp_clear = { object in
        release(exchange(&object!.foreignField.pointee.type, nil))
        return 0
    }
    type.pointee.tp_repr = { fieldRepr($0!) }
    type.pointee.tp_descr_get = { field, object, _ in
        guard let object else { return newReference(field!) }
        return getField(field!, object)
    }
    type.pointee.tp_descr_set = { setField($0!, $1!, $2) }
    type.pointee.tp_members = memberTable([
        member(
            "offset", BT_T_PYSSIZET, offset: MemoryLayout<BtForeignFieldObject_>.offset(of: \.offset)!,
            doc: "offset in bytes of this field"),
        member(
            "size", BT_T_PYSSIZET, offset: MemoryLayout<BtForeignFieldObject_>.offset(of: \.size)!,
            doc: "size in bytes of this field"),
    ])
}

/// Make a descriptor. Nil with MemoryError set.
func makeField(_ type: Ref, offset: Int, size: Int, index: Int, bits: Int, firstBit: Int) -> Ref? {
    guard let object = _bt_foreign.field.pointee.tp_alloc(_bt_foreign.field, 0) else { return nil }
    let field = object.foreignField
    field.pointee.type = newReference(type)
    field.pointee.offset = offset
    field.pointee.size = size
    field.pointee.index = index
    field.pointee.bits = UInt32(bits)
    field.pointee.first_bit = UInt32(firstBit)
    return object
}

private func fieldRepr(_ object: Ref) -> Ref? {
    let field = object.foreignField.pointee
    let name = field.type.map { typeShortName(asType($0)) } ?? "?"
    guard field.bits == 0 else {
        return makeString("<Field type=\(name), ofs=\(field.offset):\(field.first_bit), bits=\(field.bits)>")
    }
    return makeString("<Field type=\(name), ofs=\(field.offset), size=\(field.size)>")
}

/// What a field is, and where in an object. Nil with TypeError set.
@inline(__always)
private func place(_ field: UnsafeMutablePointer<BtForeignFieldObject_>, _ object: Ref)
    -> (type: TypeRef, layout: LayoutRef, memory: UnsafeMutableRawPointer)?
{
    guard isForeign(object), ownLayout(object.type) != nil, let type = field.pointee.type.map(asType),
        let layout = ownLayout(type)
    else { return raise(BtExc_TypeError, "not a ctype instance") }
    // A descriptor of another, larger structure must not reach beyond the object.
    guard field.pointee.offset + layout.pointee.size <= object.foreign.pointee.size else {
        return raise(BtExc_TypeError, "the field does not lie within the object")
    }
    return (type, layout, object.foreign.bytes + field.pointee.offset)
}

private func getField(_ descriptor: Ref, _ object: Ref) -> Ref? {
    let field = descriptor.foreignField
    guard let (type, layout, memory) = place(field, object) else { return nil }
    if field.pointee.bits != 0 { return readBits(field, layout, memory) }
    if layout.kind == BT_FOREIGN_ARRAY, let text = textOfArray(layout) {
        return text == UInt8(ascii: "c")
            ? readByteArray(memory, layout.pointee.size) : readWideArray(memory, layout.pointee.size)
    }
    return getForeign(type, layout, object, field.pointee.index, memory)
}

private func setField(_ descriptor: Ref, _ object: Ref, _ value: Ref?) -> CInt {
    let field = descriptor.foreignField
    guard let (type, layout, memory) = place(field, object) else { return -1 }
    guard let value else { return raiseStatus(BtExc_TypeError, "can't delete attribute") }
    if field.pointee.bits != 0 { return writeBits(field, layout, memory, value) }
    if layout.kind == BT_FOREIGN_ARRAY, let text = textOfArray(layout), !isForeign(value) {
        return text == UInt8(ascii: "c")
            ? writeByteArray(memory, layout.pointee.size, value) : writeWideArray(memory, layout.pointee.size, value)
    }
    return setForeign(object, type, layout, field.pointee.index, memory, value) ? 0 : -1
}

// MARK: Arrays of characters: as fields they are read and written as text

/// The letter of the characters in an array of c_char or c_wchar.
@inline(__always)
private func textOfArray(_ layout: LayoutRef) -> UInt8? {
    guard let item = layout.itemType.flatMap(ownLayout), item.kind == BT_FOREIGN_SIMPLE, item.pointee.is_plain != 0
    else { return nil }
    return item.pointee.code == UInt8(ascii: "c") || item.pointee.code == UInt8(ascii: "u") ? item.pointee.code : nil
}

private func writeByteArray(_ memory: UnsafeMutableRawPointer, _ room: Int, _ value: Ref) -> CInt {
    guard isBytes(value) else {
        return raiseStatus(BtExc_TypeError, "expected bytes, \(typeName(value)) found")
    }
    let size = Bytes.size(value)
    guard size <= room else {
        return raiseStatus(BtExc_ValueError, "bytes too long (\(size), maximum length \(room))")
    }
    memory.copyMemory(from: Bytes.data(value), byteCount: size)
    if size < room { memory.storeBytes(of: 0, toByteOffset: size, as: UInt8.self) }
    return 0
}

private func writeWideArray(_ memory: UnsafeMutableRawPointer, _ size: Int, _ value: Ref) -> CInt {
    guard isStr(value) else {
        return raiseStatus(BtExc_TypeError, "unicode string expected instead of \(typeName(value)) instance")
    }
    let (view, room) = (TextView(value), size / 4)
    guard view.count <= room else {
        return raiseStatus(BtExc_ValueError, "string too long (\(view.count), maximum length \(room))")
    }
    putWide(view, memory, room)
    return 0
}

// MARK: Bit fields

/// The unit that holds a bit field, as an unsigned number.
private func unit(_ layout: LayoutRef, _ memory: UnsafeRawPointer) -> UInt64 {
    let isSwapped = layout.pointee.is_swapped != 0
    switch layout.pointee.size {
    case 1: return UInt64(memory.load(as: UInt8.self))
    case 2:
        let value = memory.loadUnaligned(as: UInt16.self)
        return UInt64(isSwapped ? value.byteSwapped : value)
    case 4:
        let value = memory.loadUnaligned(as: UInt32.self)
        return UInt64(isSwapped ? value.byteSwapped : value)
    default:
        let value = memory.loadUnaligned(as: UInt64.self)
        return isSwapped ? value.byteSwapped : value
    }
}

private func setUnit(_ layout: LayoutRef, _ memory: UnsafeMutableRawPointer, _ value: UInt64) {
    let isSwapped = layout.pointee.is_swapped != 0
    switch layout.pointee.size {
    case 1: memory.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
    case 2:
        let value = UInt16(truncatingIfNeeded: value)
        memory.storeBytes(of: isSwapped ? value.byteSwapped : value, as: UInt16.self)
    case 4:
        let value = UInt32(truncatingIfNeeded: value)
        memory.storeBytes(of: isSwapped ? value.byteSwapped : value, as: UInt32.self)
    default: memory.storeBytes(of: isSwapped ? value.byteSwapped : value, as: UInt64.self)
    }
}

private func readBits(
    _ field: UnsafeMutablePointer<BtForeignFieldObject_>, _ layout: LayoutRef, _ memory: UnsafeRawPointer
) -> Ref? {
    let bits = UInt64(field.pointee.bits)
    let left = unit(layout, memory) << (64 - bits - UInt64(field.pointee.first_bit))
    if layout.pointee.code == UInt8(ascii: "?") { return boolRef(left >> (64 - bits) != 0) }
    if "bhilq".utf8.contains(layout.pointee.code) { return makeInt(Int(Int64(bitPattern: left) >> Int64(64 - bits))) }
    return makeInt(unsigned: UInt(left >> (64 - bits)))
}

private func writeBits(
    _ field: UnsafeMutablePointer<BtForeignFieldObject_>, _ layout: LayoutRef, _ memory: UnsafeMutableRawPointer,
    _ value: Ref
) -> CInt {
    let number: UInt64
    if layout.pointee.code == UInt8(ascii: "?") {
        let truth = BtObject_IsTrue(value)
        if truth < 0 { return -1 }
        number = truth > 0 ? 1 : 0
    } else {
        guard let bits = maskedInt(value) else { return -1 }
        number = UInt64(bits)
    }
    let mask = (field.pointee.bits == 64 ? UInt64.max : (1 << UInt64(field.pointee.bits)) - 1)
    let first = UInt64(field.pointee.first_bit)
    setUnit(layout, memory, unit(layout, memory) & ~(mask << first) | (number & mask) << first)
    return 0
}

// MARK: Anonymous fields

/// Make the fields of what `_anonymous_` names fields of the type itself. False with an exception set.
func makeAnonymousFields(_ type: TypeRef) -> Bool {
    guard let names = BtDict_GetItemWithError(type.pointee.tp_dict, internedName("_anonymous_")) else {
        return !errorOccurred()
    }
    guard let list = BtSequence_Fast(names, "_anonymous_ must be a sequence") else { return false }
    defer { Bt_DECREF_(list) }
    for index in 0..<BtSequence_Size(list) {
        guard let name = BtSequence_GetItem(list, index) else { return false }
        defer { Bt_DECREF_(name) }
        guard let field = BtObject_GetAttr(type.ref, name) else { return false }
        defer { Bt_DECREF_(field) }
        guard field.type == _bt_foreign.field else {
            return raiseStatus(
                BtExc_AttributeError, "'\(strText(name))' is specified in _anonymous_ but not in _fields_") == 0
        }
        guard addInnerFields(type, field.foreignField) else { return false }
    }
    return true
}

private func addInnerFields(_ type: TypeRef, _ outer: UnsafeMutablePointer<BtForeignFieldObject_>) -> Bool {
    var fields: Ref?
    guard let inner = outer.pointee.type,
        BtObject_GetOptionalAttr(inner, internedName("_fields_"), &fields) >= 0
    else { return false }
    guard let fields else { return true }
    defer { Bt_DECREF_(fields) }
    for index in 0..<max(BtSequence_Size(fields), 0) {
        guard let pair = BtSequence_GetItem(fields, index) else { return false }
        defer { Bt_DECREF_(pair) }
        guard let name = BtSequence_GetItem(pair, 0) else { return false }
        defer { Bt_DECREF_(name) }
        guard let found = BtObject_GetAttr(inner, name) else { return false }
        defer { Bt_DECREF_(found) }
        guard found.type == _bt_foreign.field else {
            return raiseStatus(BtExc_TypeError, "unexpected type") == 0
        }
        let part = found.foreignField.pointee
        guard
            let made = makeField(
                part.type, offset: outer.pointee.offset + part.offset, size: part.size,
                index: outer.pointee.index + part.index, bits: Int(part.bits), firstBit: Int(part.first_bit))
        else { return false }
        defer { Bt_DECREF_(made) }
        if typeSetAttribute(type, name, made) < 0 { return false }
    }
    return !errorOccurred()
}
