internal import CBaton
internal import CBaton.Host

// Iterators over lists (both ways), tuples and anything with sq_item.

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var rowIterator: UnsafeMutablePointer<BtRowIterObject_> { self.as(BtRowIterObject_.self) }
}

/// Make an iterator of one of the types here, that begins at `index`. Nil with MemoryError set.
func makeRowIterator(_ type: TypeRef, over row: Ref, at index: Int) -> Ref? {
    guard let iterator = makeObject(type, as: BtRowIterObject_.self) else { return nil }
    iterator.pointee.index = index
    iterator.pointee.row = newReference(row)
    track(iterator.ref)
    return iterator.ref
}

func setUpRowIterators() {
    setUp(BtTupleIter_Type_(), next: { tupleIteratorNext($0!) }, methods: rowIteratorMethods)
    setUp(BtListIter_Type_(), next: { listIteratorNext($0!) }, methods: rowIteratorMethods)
    setUp(BtListRevIter_Type_(), next: { listReverseNext($0!) }, methods: reverseMethods)
    setUp(BtSeqIter_Type_(), next: { sequenceIteratorNext($0!) }, methods: rowIteratorMethods)
}

private func setUp(_ type: TypeRef, next: @escaping iternextfunc, methods: [BtMethodDef]) {
    type.pointee.tp_basicsize = MemoryLayout<BtRowIterObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_dealloc = { iterator in
        deallocating(iterator!, exactly: iterator!.type) {
            release(iterator!.rowIterator.pointee.row)
            freeObject(iterator!)
        }
    }
    type.pointee.tp_traverse = { visitField($0!.rowIterator.pointee.row, $1, $2) }
    type.pointee.tp_iter = { Bt_NewRef_($0) }
    type.pointee.tp_iternext = next
    type.pointee.tp_methods = methodTable(methods)
}

/// Forget the row: the iterator is exhausted for good.
private func finish(_ iterator: Ref) -> Ref? {
    release(exchange(&iterator.rowIterator.pointee.row, nil))
    return nil
}

private func tupleIteratorNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.rowIterator
    guard let tuple = fields.pointee.row else { return nil }
    let index = fields.pointee.index
    guard index < sizeField(tuple) else { return finish(iterator) }
    fields.pointee.index = index + 1
    return Bt_NewRef_(_bt_tuple_items(tuple)[index])
}

private func listIteratorNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.rowIterator
    guard let list = fields.pointee.row else { return nil }
    let index = fields.pointee.index
    let item = locked(list) { index < sizeField(list) ? Bt_NewRef_(list.list.pointee.ob_item[index]) : nil }
    guard let item else { return finish(iterator) }
    fields.pointee.index = index + 1
    return item
}

private func listReverseNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.rowIterator
    guard let list = fields.pointee.row else { return nil }
    let index = fields.pointee.index
    let item = locked(list) {
        index >= 0 && index < sizeField(list) ? Bt_NewRef_(list.list.pointee.ob_item[index]) : nil
    }
    fields.pointee.index = index - 1
    return item ?? finish(iterator)
}

private func sequenceIteratorNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.rowIterator
    guard let row = fields.pointee.row else { return nil }
    guard fields.pointee.index < Int.max else { return raise(BtExc_OverflowError, "iter index too large") }
    if let item = BtSequence_GetItem(row, fields.pointee.index) {
        fields.pointee.index += 1
        return item
    }
    guard BtErr_ExceptionMatches(BtExc_IndexError) != 0 || BtErr_ExceptionMatches(BtExc_StopIteration) != 0 else {
        return nil
    }
    BtErr_Clear()
    return finish(iterator)
}

private var rowIteratorMethods: [BtMethodDef] {
    [
        method("__length_hint__", BT_METH_NOARGS, doc: "Private method returning an estimate of len(list(it)).") {
            iterator, _ in
            let fields = iterator!.rowIterator
            guard let row = fields.pointee.row else { return BtLong_FromSsize_t(0) }
            let count = isList(row) ? sizeField(row) : BtSequence_Size(row)
            return count < 0 ? nil : BtLong_FromSsize_t(max(0, count - fields.pointee.index))
        },
        method("__setstate__", BT_METH_O, doc: "Set state information for unpickling.") { iterator, state in
            let index = BtNumber_AsSsize_t(state, BtExc_OverflowError)
            if index == -1, errorOccurred() { return nil }
            iterator!.rowIterator.pointee.index = max(0, index)
            return noneRef
        },
    ]
}

private var reverseMethods: [BtMethodDef] {
    [
        method("__length_hint__", BT_METH_NOARGS, doc: "Private method returning an estimate of len(list(it)).") {
            iterator, _ in
            let fields = iterator!.rowIterator
            let left = fields.pointee.index + 1
            guard let row = fields.pointee.row, left <= sizeField(row) else { return BtLong_FromSsize_t(0) }
            return BtLong_FromSsize_t(left)
        }
    ]
}
