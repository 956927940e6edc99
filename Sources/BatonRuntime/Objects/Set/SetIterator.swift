internal import CBaton
internal import CBaton.Host

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    fileprivate var setIterator: UnsafeMutablePointer<BtSetIterObject_> { self.as(BtSetIterObject_.self) }
}

func makeSetIterator(_ set: Ref) -> Ref? {
    guard let iterator = makeObject(BtSetIter_Type_(), as: BtSetIterObject_.self) else { return nil }
    iterator.pointee.set = newReference(set)
    iterator.pointee.used = setCount(set)
    iterator.pointee.left = setCount(set)
    iterator.pointee.position = 0
    track(iterator.ref)
    return iterator.ref
}

func setUpSetIterator() {
    let type = BtSetIter_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtSetIterObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_dealloc = { iterator in
        deallocating(iterator!, exactly: BtSetIter_Type_()) {
            release(iterator!.setIterator.pointee.set)
            freeObject(iterator!)
        }
    }
    type.pointee.tp_traverse = { visitField($0!.setIterator.pointee.set, $1, $2) }
    type.pointee.tp_iter = { Bt_NewRef_($0) }
    type.pointee.tp_iternext = { setIteratorNext($0!) }
    type.pointee.tp_methods = methodTable([
        method("__length_hint__", BT_METH_NOARGS, doc: "Private method returning an estimate of len(list(it)).") {
            iterator, _ in
            let fields = iterator!.setIterator
            guard let set = fields.pointee.set, fields.pointee.used == setCount(set) else {
                return BtLong_FromSsize_t(0)
            }
            return BtLong_FromSsize_t(fields.pointee.left)
        }
    ])
}

private func setIteratorNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.setIterator
    guard let set = fields.pointee.set else { return nil }
    return locked(set) {
        guard fields.pointee.used == setCount(set) else {
            BtErr_SetString(BtExc_RuntimeError, cString("Set changed size during iteration"))
            // So that each later call fails too.
            fields.pointee.used = -1
            return nil
        }
        guard let place = setNext(set, &fields.pointee.position) else {
            release(exchange(&fields.pointee.set, nil))
            return nil
        }
        fields.pointee.left -= 1
        return newReference(place.pointee.key)
    }
}
