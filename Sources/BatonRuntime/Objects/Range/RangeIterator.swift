internal import CBaton
internal import CBaton.Host

// Iterators over ranges: one that counts in machine words, one for ints of any size.

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    fileprivate var wordIterator: UnsafeMutablePointer<BtRangeIterObject_> { self.as(BtRangeIterObject_.self) }

    @inline(__always)
    fileprivate var longIterator: UnsafeMutablePointer<BtLongRangeIterObject_> { self.as(BtLongRangeIterObject_.self) }
}

func makeRangeIterator(_ range: Ref) -> Ref? {
    let fields = range.range.pointee
    return makeIterator(start: fields.start, step: fields.step, count: fields.length)
}

func makeReverseRangeIterator(_ range: Ref) -> Ref? {
    let fields = range.range.pointee
    guard let one = BtLong_FromSsize_t(1) else { return nil }
    guard let last = BtNumber_Subtract(fields.length, one) else { return nil }
    defer { Bt_DECREF_(last) }
    guard let start = rangeValue(range, last) else { return nil }
    defer { Bt_DECREF_(start) }
    guard let step = BtNumber_Negative(fields.step) else { return nil }
    defer { Bt_DECREF_(step) }
    return makeIterator(start: start, step: step, count: fields.length)
}

private func makeIterator(start: Ref, step: Ref, count: Ref) -> Ref? {
    if let first = fitting(start), let stride = fitting(step), let left = fitting(count) {
        // Words serve if the place after the last item is one too.
        let (span, tooFar) = left.multipliedReportingOverflow(by: stride)
        if !tooFar, !first.addingReportingOverflow(span).overflow {
            guard let iterator = makeObject(BtRangeIter_Type_(), as: BtRangeIterObject_.self) else { return nil }
            iterator.pointee.start = first
            iterator.pointee.step = stride
            iterator.pointee.left = left
            return iterator.ref
        }
    }
    guard let iterator = makeObject(BtLongRangeIter_Type_(), as: BtLongRangeIterObject_.self) else { return nil }
    iterator.pointee.start = newReference(start)
    iterator.pointee.step = newReference(step)
    iterator.pointee.left = newReference(count)
    return iterator.ref
}

func setUpRangeIterators() {
    let word = BtRangeIter_Type_()
    word.pointee.tp_basicsize = MemoryLayout<BtRangeIterObject_>.size
    word.pointee.tp_flags = BT_TPFLAGS_DISALLOW_INSTANTIATION
    word.pointee.tp_dealloc = { freeObject($0!) }
    word.pointee.tp_iter = { newReference($0!) }
    word.pointee.tp_iternext = { wordNext($0!) }
    word.pointee.tp_methods = methodTable([
        method("__length_hint__", BT_METH_NOARGS, doc: "Private method returning an estimate of len(list(it)).") {
            iterator, _ in BtLong_FromSsize_t(iterator!.wordIterator.pointee.left)
        }
    ])
    let long = BtLongRangeIter_Type_()
    long.pointee.tp_basicsize = MemoryLayout<BtLongRangeIterObject_>.size
    long.pointee.tp_flags = BT_TPFLAGS_DISALLOW_INSTANTIATION
    long.pointee.tp_dealloc = { iterator in
        let fields = iterator!.longIterator.pointee
        freeObject(iterator!)
        Bt_DECREF_(fields.start)
        Bt_DECREF_(fields.step)
        Bt_DECREF_(fields.left)
    }
    long.pointee.tp_iter = { newReference($0!) }
    long.pointee.tp_iternext = { longNext($0!) }
    long.pointee.tp_methods = methodTable([
        method("__length_hint__", BT_METH_NOARGS, doc: "Private method returning an estimate of len(list(it)).") {
            iterator, _ in newReference(iterator!.longIterator.pointee.left)
        }
    ])
}

private func wordNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.wordIterator
    return locked(iterator) {
        guard fields.pointee.left > 0 else { return nil }
        let value = fields.pointee.start
        fields.pointee.start = value &+ fields.pointee.step
        fields.pointee.left -= 1
        return BtLong_FromSsize_t(value)
    }
}

private func longNext(_ iterator: Ref) -> Ref? {
    let fields = iterator.longIterator
    return locked(iterator) {
        guard let zero = BtLong_FromSsize_t(0), let one = BtLong_FromSsize_t(1) else { return nil }
        let some = BtObject_RichCompareBool(fields.pointee.left, zero, BT_GT)
        guard some > 0 else { return nil }
        guard let left = BtNumber_Subtract(fields.pointee.left, one) else { return nil }
        guard let next = BtNumber_Add(fields.pointee.start, fields.pointee.step) else {
            Bt_DECREF_(left)
            return nil
        }
        release(exchange(&fields.pointee.left, left))
        // The old start is the item: its reference goes to the caller.
        return exchange(&fields.pointee.start, next)
    }
}
