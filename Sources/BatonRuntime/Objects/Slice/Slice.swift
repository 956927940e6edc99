internal import CBaton

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var slice: UnsafeMutablePointer<BtSliceObject> { self.as(BtSliceObject.self) }
}

/// Make a slice; references are taken.
func makeSlice(_ start: Ref, _ stop: Ref, _ step: Ref) -> Ref? {
    guard let slice = makeObject(BtSlice_Type_(), as: BtSliceObject.self) else { return nil }
    slice.pointee.start = newReference(start)
    slice.pointee.stop = newReference(stop)
    slice.pointee.step = newReference(step)
    track(slice.ref)
    return slice.ref
}

func setUpSlice() {
    let type = BtSlice_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtSliceObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC
    type.pointee.tp_doc = cString("slice(stop), slice(start, stop[, step])")
    type.pointee.tp_dealloc = { slice in
        deallocating(slice!, exactly: BtSlice_Type_()) {
            Bt_DECREF_(slice!.slice.pointee.start)
            Bt_DECREF_(slice!.slice.pointee.stop)
            Bt_DECREF_(slice!.slice.pointee.step)
            freeObject(slice!)
        }
    }
    type.pointee.tp_traverse = { sliceTraverse($0!, $1, $2) }
    type.pointee.tp_new = { sliceNew($1!, $2) }
    type.pointee.tp_repr = { sliceRepr($0!) }
    type.pointee.tp_hash = { sliceHash($0!) }
    type.pointee.tp_richcompare = { sliceCompare($0!, $1!, $2) }
    type.pointee.tp_members = memberTable([
        member("start", BT_T_OBJECT_, offset: MemoryLayout<BtSliceObject>.offset(of: \.start)!),
        member("stop", BT_T_OBJECT_, offset: MemoryLayout<BtSliceObject>.offset(of: \.stop)!),
        member("step", BT_T_OBJECT_, offset: MemoryLayout<BtSliceObject>.offset(of: \.step)!),
    ])
    type.pointee.tp_methods = methodTable([
        method("indices", BT_METH_O, doc: "S.indices(len) -> (start, stop, stride)") { sliceIndices($0!, $1!) }
    ])
}

private func sliceTraverse(_ slice: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    for field in [slice.slice.pointee.start, slice.slice.pointee.stop, slice.slice.pointee.step] {
        let status = visitField(field, visit, context)
        if status != 0 { return status }
    }
    return 0
}

private func sliceNew(_ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard _BtArg_NoKeywords(cString("slice"), kwargs) != 0 else { return nil }
    let count = sizeField(args)
    guard _BtArg_CheckPositional(cString("slice"), count, 1, 3) != 0 else { return nil }
    let items: Places = _bt_tuple_items(args)
    if count == 1 { return makeSlice(noneRef, items[0]!, noneRef) }
    return makeSlice(items[0]!, items[1]!, count > 2 ? items[2]! : noneRef)
}

/// The three parts as a tuple, by which a slice compares and hashes.
private func parts(_ slice: Ref) -> Ref? {
    makeTuple(slice.slice.pointee.start, slice.slice.pointee.stop, slice.slice.pointee.step)
}

private func sliceRepr(_ slice: Ref) -> Ref? {
    guard let tuple = parts(slice) else { return nil }
    defer { Bt_DECREF_(tuple) }
    return containerRepr(slice, open: "slice(", close: ")", recursive: "slice(...)") { writer, number in
        number < 3 ? writeRepr(writer, number, stealing: Bt_NewRef_(_bt_tuple_items(tuple)[number])) : 0
    }
}

private func sliceHash(_ slice: Ref) -> Bt_hash_t {
    guard let tuple = parts(slice) else { return -1 }
    defer { Bt_DECREF_(tuple) }
    return tupleHash(tuple)
}

private func sliceCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard right.type == BtSlice_Type_(), left.type == BtSlice_Type_() else { return notImplementedRef }
    guard let first = parts(left) else { return nil }
    defer { Bt_DECREF_(first) }
    guard let second = parts(right) else { return nil }
    defer { Bt_DECREF_(second) }
    return tupleCompare(first, second, operation)
}

/// An index of a slice, clipped to the range of Int; nil with TypeError set.
func sliceIndex(_ object: Ref) -> Int? {
    guard BtIndex_Check(object) != 0 else {
        return raise(BtExc_TypeError, "slice indices must be integers or None or have an __index__ method")
    }
    let index = BtNumber_AsSsize_t(object, nil)
    if index == -1, errorOccurred() { return nil }
    return index
}
