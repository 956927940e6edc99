internal import CBaton
internal import CBaton.Host
internal import CFFI

// PyCPointerType: pointers to values of one type. `POINTER(c_int)` makes one, once for each type.

/// tp_init of the metatype.
func pointerTypeInit(_ type: TypeRef) -> CInt {
    var item: Ref?
    if BtObject_GetOptionalAttr(type.ref, internedName("_type_"), &item) < 0 { return -1 }
    defer { release(item) }
    guard let layout = makeLayout(type, kind: BT_FOREIGN_POINTER) else { return -1 }
    layout.pointee.size = MemoryLayout<UnsafeRawPointer>.size
    layout.pointee.alignment = layout.pointee.size
    layout.pointee.length = 1
    layout.pointee.ffi = UnsafeMutableRawPointer(bt_ffi_pointer())
    setFormat(layout, "&B")
    guard let item else { return 0 }
    return pointTo(layout, item) ? 0 : -1
}

private func pointTo(_ layout: LayoutRef, _ item: Ref) -> Bool {
    guard isType(item) else { return raiseStatus(BtExc_TypeError, "_type_ must be a type") == 0 }
    guard let inner = foreignLayout(of: item) else {
        return raiseStatus(BtExc_TypeError, "_type_ must have storage info") == 0
    }
    release(exchange(&layout.pointee.item, newReference(item)))
    let shape = (0..<Int(inner.pointee.dimensions)).map { String(inner.pointee.shape[$0]) }.joined(separator: ",")
    setFormat(layout, "&" + (shape.isEmpty ? "" : "(\(shape))") + format(inner))
    return true
}

/// set_type of the metatype: what an incomplete pointer type points to.
func setPointedType(_ type: TypeRef, _ item: Ref) -> Ref? {
    guard let layout = usableLayout(type) else { return nil }
    guard pointTo(layout, item), BtObject_SetAttr(type.ref, internedName("_type_"), item) >= 0 else { return nil }
    return noneRef
}

/// POINTER(type). Nil with an exception set.
func pointerType(to item: Ref) -> Ref? {
    guard let types = _bt_foreign.pointer_types else { return badInternalCall() }
    if let known = BtDict_GetItemWithError(types, item) { return newReference(known) }
    if errorOccurred() { return nil }
    let made: Ref?
    let key: Ref
    if isStr(item) {
        made = makeForeignType(_bt_foreign.pointer_meta, "LP_\(swiftString(item))", base: _bt_foreign.pointer, [])
        guard let made, let number = BtLong_FromVoidPtr(made) else { return nil }
        key = number
    } else if isType(item) {
        made = makeForeignType(
            _bt_foreign.pointer_meta, "LP_\(typeShortName(asType(item)))", base: _bt_foreign.pointer,
            [("_type_", newReference(item))])
        key = newReference(item)
    } else {
        return raise(BtExc_TypeError, "must be a ctypes type")
    }
    defer { Bt_DECREF_(key) }
    guard let made else { return nil }
    if BtDict_SetItem(types, key, made) >= 0 { return made }
    Bt_DECREF_(made)
    return nil
}
