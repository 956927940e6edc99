internal import CBaton
internal import CBaton.Host

// The iterator that calls until a sentinel comes: iter(callable, sentinel).

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    fileprivate var callIterator: UnsafeMutablePointer<BtCallIterObject_> { self.as(BtCallIterObject_.self) }
}

func makeCallIterator(_ callable: Ref, _ sentinel: Ref) -> Ref? {
    guard let iterator = makeObject(BtCallIter_Type_(), as: BtCallIterObject_.self) else { return nil }
    iterator.pointee.callable = newReference(callable)
    iterator.pointee.sentinel = newReference(sentinel)
    track(iterator.ref)
    return iterator.ref
}

func setUpCallIterator() {
    let type = BtCallIter_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtCallIterObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_dealloc = { iterator in
        deallocating(iterator!, exactly: BtCallIter_Type_()) {
            release(iterator!.callIterator.pointee.callable)
            release(iterator!.callIterator.pointee.sentinel)
            freeObject(iterator!)
        }
    }
    type.pointee.tp_traverse = { iterator, visit, context in
        let status = visitField(iterator!.callIterator.pointee.callable, visit, context)
        return status != 0 ? status : visitField(iterator!.callIterator.pointee.sentinel, visit, context)
    }
    type.pointee.tp_iter = { Bt_NewRef_($0) }
    type.pointee.tp_iternext = { callIteratorNext($0!) }
}

private func callIteratorNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.callIterator
    guard let callable = fields.pointee.callable, let sentinel = fields.pointee.sentinel else { return nil }
    Bt_INCREF_(callable)
    Bt_INCREF_(sentinel)
    defer {
        Bt_DECREF_(callable)
        Bt_DECREF_(sentinel)
    }
    if let result = BtObject_CallNoArgs(callable) {
        let equal = BtObject_RichCompareBool(sentinel, result, BT_EQ)
        if equal == 0 { return result }
        Bt_DECREF_(result)
        if equal > 0 { finish(iterator) }
    } else if BtErr_ExceptionMatches(BtExc_StopIteration) != 0 {
        BtErr_Clear()
        finish(iterator)
    }
    return nil
}

private func finish(_ iterator: Ref) {
    release(exchange(&iterator.callIterator.pointee.callable, nil))
    release(exchange(&iterator.callIterator.pointee.sentinel, nil))
}
