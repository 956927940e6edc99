internal import CBaton
internal import CBaton.Host

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var range: UnsafeMutablePointer<BtRangeObject_> { self.as(BtRangeObject_.self) }
}

func setUpRange() {
    let type = BtRange_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtRangeObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_SEQUENCE
    type.pointee.tp_doc = cString("range(stop) -> range object\nrange(start, stop[, step]) -> range object")
    type.pointee.tp_dealloc = { range in
        let fields = range!.range.pointee
        freeObject(range!)
        Bt_DECREF_(fields.start)
        Bt_DECREF_(fields.stop)
        Bt_DECREF_(fields.step)
        Bt_DECREF_(fields.length)
    }
    type.pointee.tp_new = { rangeNew($1!, $2) }
    type.pointee.tp_vectorcall = { _, args, nargsf, kwnames in
        if kwnames != nil, _BtArg_NoKwnames(cString("range"), kwnames) == 0 { return nil }
        return rangeOf(args, BtVectorcall_NARGS(nargsf))
    }
    type.pointee.tp_repr = { rangeRepr($0!) }
    type.pointee.tp_hash = { rangeHash($0!) }
    type.pointee.tp_richcompare = { rangeCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { makeRangeIterator($0!) }
    type.pointee.tp_as_number = permanent(rangeNumbers())
    type.pointee.tp_as_sequence = permanent(rangeSequence())
    type.pointee.tp_as_mapping = permanent(
        BtMappingMethods(
            mp_length: { BtLong_AsSsize_t($0!.range.pointee.length) },
            mp_subscript: { rangeSubscript($0!, $1!) },
            mp_ass_subscript: nil))
    type.pointee.tp_members = memberTable([
        member("start", BT_T_OBJECT_EX, offset: MemoryLayout<BtRangeObject_>.offset(of: \.start)!),
        member("stop", BT_T_OBJECT_EX, offset: MemoryLayout<BtRangeObject_>.offset(of: \.stop)!),
        member("step", BT_T_OBJECT_EX, offset: MemoryLayout<BtRangeObject_>.offset(of: \.step)!),
    ])
    type.pointee.tp_methods = methodTable([
        method("count", BT_METH_O, doc: "rangeobject.count(value) -> integer -- return number of occurrences of value")
        {
            rangeCount($0!, $1!)
        },
        method("index", BT_METH_O, doc: "rangeobject.index(value) -> integer -- return index of value.") {
            rangeIndex($0!, $1!)
        },
        method("__reversed__", BT_METH_NOARGS, doc: "Return a reverse iterator.") { range, _ in
            makeReverseRangeIterator(range!)
        },
    ])
}

private func rangeNumbers() -> BtNumberMethods {
    var table = BtNumberMethods()
    table.nb_bool = { BtObject_IsTrue($0!.range.pointee.length) }
    return table
}

private func rangeSequence() -> BtSequenceMethods {
    var table = BtSequenceMethods.only(
        length: { BtLong_AsSsize_t($0!.range.pointee.length) }, contains: { rangeContains($0!, $1!) })
    table.sq_item = { range, index in
        guard let position = BtLong_FromSsize_t(index) else { return nil }
        defer { Bt_DECREF_(position) }
        return rangeItem(range!, position)
    }
    return table
}

private func rangeNew(_ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard _BtArg_NoKeywords(cString("range"), kwargs) != 0 else { return nil }
    return rangeOf(UnsafePointer(_bt_tuple_items(args)), sizeField(args))
}

/// `range(stop)`, `range(start, stop)` or `range(start, stop, step)`.
private func rangeOf(_ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("range"), count, 1, 3) != 0, let items = args else { return nil }
    let start = count > 1 ? BtNumber_Index(items[0]) : BtLong_FromSsize_t(0)
    guard let start else { return nil }
    defer { Bt_DECREF_(start) }
    guard let stop = BtNumber_Index(items[count > 1 ? 1 : 0]) else { return nil }
    defer { Bt_DECREF_(stop) }
    let step = count > 2 ? BtNumber_Index(items[2]) : BtLong_FromSsize_t(1)
    guard let step else { return nil }
    defer { Bt_DECREF_(step) }
    return makeRange(start, stop, step)
}

/// Make a range of three ints; references are taken. Nil with ValueError set if the step is 0.
func makeRange(_ start: Ref, _ stop: Ref, _ step: Ref) -> Ref? {
    guard let length = rangeLength(start, stop, step) else { return nil }
    guard let range = makeObject(BtRange_Type_(), as: BtRangeObject_.self) else {
        Bt_DECREF_(length)
        return nil
    }
    range.pointee.start = newReference(start)
    range.pointee.stop = newReference(stop)
    range.pointee.step = newReference(step)
    range.pointee.length = length
    return range.ref
}

/// An int's value, or nil without an exception if it does not fit.
func fitting(_ int: Ref) -> Int? {
    var overflow: CInt = 0
    let value = BtLong_AsLongAndOverflow(int, &overflow)
    return overflow == 0 ? value : nil
}

/// How many ints a range holds, as an int.
private func rangeLength(_ start: Ref, _ stop: Ref, _ step: Ref) -> Ref? {
    guard let zero = BtLong_FromSsize_t(0), let one = BtLong_FromSsize_t(1) else { return nil }
    let stepValue = fitting(step)
    if stepValue == 0 { return raise(BtExc_ValueError, "range() arg 3 must not be zero") }
    if let first = fitting(start), let last = fitting(stop), let stepValue, stepValue != Int.min {
        let (span, overflow) =
            stepValue > 0
            ? last.subtractingReportingOverflow(first) : first.subtractingReportingOverflow(last)
        if !overflow { return BtLong_FromSsize_t(span <= 0 ? 0 : (span - 1) / abs(stepValue) + 1) }
    }
    let forward = BtObject_RichCompareBool(step, zero, BT_GT)
    if forward < 0 { return nil }
    let (low, high) = forward > 0 ? (start, stop) : (stop, start)
    let some = BtObject_RichCompareBool(low, high, BT_LT)
    if some <= 0 { return some < 0 ? nil : zero }
    // (high - low - 1) / |step| + 1
    guard let stride = BtNumber_Absolute(step) else { return nil }
    defer { Bt_DECREF_(stride) }
    let span = combine(BtNumber_Subtract(high, low), one, BtNumber_Subtract)
    return combine(combine(span, stride, BtNumber_FloorDivide), one, BtNumber_Add)
}

/// Apply an operation to a value, whose reference is taken over, and another; nil stays nil.
func combine(_ left: Ref?, _ right: Ref, _ operation: (Ref?, Ref?) -> Ref?) -> Ref? {
    guard let left else { return nil }
    defer { Bt_DECREF_(left) }
    return operation(left, right)
}
