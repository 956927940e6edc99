internal import CBaton
internal import CBaton.Host

// PyCArrayType: so many items of one type. `c_int * 3` makes one, once for each type and length.

/// tp_init of the metatype.
func arrayTypeInit(_ type: TypeRef) -> CInt {
    guard let length = arrayLength(type) else { return -1 }
    var item: Ref?
    if BtObject_GetOptionalAttr(type.ref, internedName("_type_"), &item) < 0 { return -1 }
    guard let item else { return raiseStatus(BtExc_AttributeError, "class must define a '_type_' attribute") }
    defer { Bt_DECREF_(item) }
    guard let inner = foreignLayout(of: item) else {
        return raiseStatus(BtExc_TypeError, "_type_ must have storage info")
    }
    let (size, isTooLarge) = length.multipliedReportingOverflow(by: inner.pointee.size)
    guard !isTooLarge else { return raiseStatus(BtExc_OverflowError, "array too large") }
    guard let layout = makeLayout(type, kind: BT_FOREIGN_ARRAY) else { return -1 }
    layout.pointee.size = size
    layout.pointee.alignment = inner.pointee.alignment
    layout.pointee.length = length
    layout.pointee.item = newReference(item)
    inner.pointee.is_final = 1
    setFormat(layout, format(inner))
    guard setShape(layout, length, inner) else { return -1 }
    if length <= 32 {
        for index in 0..<length { addLeaves(layout, index * inner.pointee.size, of: inner) }
    } else {
        layout.pointee.leaf_count = -1
    }
    return addTextAttributes(type, inner) ? 0 : -1
}

/// `_length_` of a class or its bases. Nil with an exception set.
private func arrayLength(_ type: TypeRef) -> Int? {
    var length: Ref?
    if BtObject_GetOptionalAttr(type.ref, internedName("_length_"), &length) < 0 { return nil }
    guard let length else { return raise(BtExc_AttributeError, "class must define a '_length_' attribute") }
    defer { Bt_DECREF_(length) }
    guard isInt(length) else { return raise(BtExc_TypeError, "The '_length_' attribute must be an integer") }
    guard !length.long.isNegative else {
        return raise(BtExc_ValueError, "The '_length_' attribute must not be negative")
    }
    return length.long.compact ?? raise(BtExc_OverflowError, "The '_length_' attribute is too large")
}

/// The shape of an array, and behind it that of its items.
private func setShape(_ layout: LayoutRef, _ length: Int, _ inner: LayoutRef) -> Bool {
    let dimensions = Int(inner.pointee.dimensions) + 1
    guard let memory = BtMem_RawMalloc(dimensions * MemoryLayout<Int>.stride) else {
        BtErr_NoMemory()
        return false
    }
    let shape = memory.assumingMemoryBound(to: Int.self)
    shape[0] = length
    for index in 1..<max(dimensions, 1) { shape[index] = inner.pointee.shape[index - 1] }
    layout.pointee.shape = shape
    layout.pointee.dimensions = CInt(dimensions)
    return true
}

/// Arrays of characters have their text as `value`, those of bytes also as `raw`.
private func addTextAttributes(_ type: TypeRef, _ inner: LayoutRef) -> Bool {
    guard inner.kind == BT_FOREIGN_SIMPLE else { return true }
    let table: UnsafeMutablePointer<BtGetSetDef>
    switch inner.pointee.code {
    case UInt8(ascii: "c"): table = byteArrayAttributes
    case UInt8(ascii: "u"): table = wideArrayAttributes
    default: return true
    }
    var line = table
    while line.pointee.name != nil {
        guard let descriptor = BtDescr_NewGetSet(type, line) else { return false }
        let status = BtObject_SetAttrString(type.ref, line.pointee.name, descriptor)
        Bt_DECREF_(descriptor)
        if status < 0 { return false }
        line += 1
    }
    return true
}

/// The type of arrays of so many items of a type; made once. Nil with an exception set.
func makeArrayType(of item: Ref, _ length: Int) -> Ref? {
    guard length >= 0 else { return raise(BtExc_ValueError, "Array length must be >= 0, not \(length)") }
    guard let key = tuple(taking: newReference(item), makeInt(length)) else { return nil }
    defer { Bt_DECREF_(key) }
    guard let types = _bt_foreign.array_types else { return badInternalCall() }
    if let known = BtDict_GetItemWithError(types, key) { return newReference(known) }
    guard !errorOccurred(), isForeignType(item) else {
        return errorOccurred() ? nil : raise(BtExc_TypeError, "Expected a type object")
    }
    let name = "\(typeShortName(asType(item)))_Array_\(length)"
    guard
        let type = makeForeignType(
            _bt_foreign.array_meta, name, base: _bt_foreign.array,
            [("_length_", makeInt(length)), ("_type_", newReference(item))])
    else { return nil }
    if BtDict_SetItem(types, key, type) >= 0 { return type }
    Bt_DECREF_(type)
    return nil
}
