internal import CBaton
internal import CBaton.Host

// Items, membership, comparison and text of a range. Ranges of any size: the arithmetic is on int objects.

/// start + index * step, without a check.
func rangeValue(_ range: Ref, _ index: Ref) -> Ref? {
    let fields = range.range.pointee
    return combine(BtNumber_Multiply(index, fields.step), fields.start, BtNumber_Add)
}

/// The item at an index, which counts from the end if it is negative.
func rangeItem(_ range: Ref, _ index: Ref) -> Ref? {
    let fields = range.range.pointee
    guard let zero = BtLong_FromSsize_t(0) else { return nil }
    let negative = BtObject_RichCompareBool(index, zero, BT_LT)
    if negative < 0 { return nil }
    guard let position = negative > 0 ? BtNumber_Add(index, fields.length) : newReference(index) else { return nil }
    defer { Bt_DECREF_(position) }
    let below = BtObject_RichCompareBool(position, zero, BT_LT)
    let above = BtObject_RichCompareBool(position, fields.length, BT_GE)
    if below < 0 || above < 0 { return nil }
    if below > 0 || above > 0 { return raise(BtExc_IndexError, "range object index out of range") }
    return rangeValue(range, position)
}

func rangeSubscript(_ range: Ref, _ key: Ref) -> Ref? {
    if BtIndex_Check(key) != 0 {
        guard let index = BtNumber_Index(key) else { return nil }
        defer { Bt_DECREF_(index) }
        return rangeItem(range, index)
    }
    guard key.type == BtSlice_Type_() else {
        return raise(BtExc_TypeError, "range indices must be integers or slices, not \(typeName(key))")
    }
    guard let bounds = sliceIndices(key, range.range.pointee.length) else { return nil }
    defer { Bt_DECREF_(bounds) }
    let parts: Places = _bt_tuple_items(bounds)
    guard let start = rangeValue(range, parts[0]!) else { return nil }
    defer { Bt_DECREF_(start) }
    guard let stop = rangeValue(range, parts[1]!) else { return nil }
    defer { Bt_DECREF_(stop) }
    guard let step = BtNumber_Multiply(range.range.pointee.step, parts[2]) else { return nil }
    defer { Bt_DECREF_(step) }
    return makeRange(start, stop, step)
}

/// Whether an int is in a range: by arithmetic.
private func containsInt(_ range: Ref, _ value: Ref) -> CInt {
    let fields = range.range.pointee
    guard let zero = BtLong_FromSsize_t(0) else { return -1 }
    let forward = BtObject_RichCompareBool(fields.step, zero, BT_GT)
    let afterStart = BtObject_RichCompareBool(value, fields.start, forward > 0 ? BT_GE : BT_LE)
    let beforeStop = BtObject_RichCompareBool(value, fields.stop, forward > 0 ? BT_LT : BT_GT)
    if forward < 0 || afterStart < 0 || beforeStop < 0 { return -1 }
    if afterStart == 0 || beforeStop == 0 { return 0 }
    guard let rest = combine(BtNumber_Subtract(value, fields.start), fields.step, BtNumber_Remainder) else { return -1 }
    defer { Bt_DECREF_(rest) }
    return BtObject_RichCompareBool(rest, zero, BT_EQ)
}

private func isExactInt(_ object: Ref) -> Bool {
    object.type == BtLong_Type_() || object.type == BtBool_Type_()
}

/// What a search that steps through the range gives: for values that are no plain ints.
private func searchByStepping(_ range: Ref, _ value: Ref, _ search: (Ref?, Ref?) -> Int) -> Int {
    guard let iterator = makeRangeIterator(range) else { return -1 }
    defer { Bt_DECREF_(iterator) }
    return search(iterator, value)
}

func rangeContains(_ range: Ref, _ value: Ref) -> CInt {
    if isExactInt(value) { return containsInt(range, value) }
    return CInt(searchByStepping(range, value) { Int(BtSequence_Contains($0, $1)) })
}

func rangeCount(_ range: Ref, _ value: Ref) -> Ref? {
    let count = isExactInt(value) ? Int(containsInt(range, value)) : searchByStepping(range, value, BtSequence_Count)
    return count < 0 ? nil : BtLong_FromSsize_t(count)
}

func rangeIndex(_ range: Ref, _ value: Ref) -> Ref? {
    guard isExactInt(value) else {
        let index = searchByStepping(range, value, BtSequence_Index)
        return index < 0 ? nil : BtLong_FromSsize_t(index)
    }
    let there = containsInt(range, value)
    if there < 0 { return nil }
    guard there > 0 else {
        guard let repr = BtObject_Repr(value) else { return nil }
        defer { Bt_DECREF_(repr) }
        return raise(BtExc_ValueError, "\(swiftString(repr)) is not in range")
    }
    let fields = range.range.pointee
    return combine(BtNumber_Subtract(value, fields.start), fields.step, BtNumber_FloorDivide)
}

/// What tells one range from another: its length, its start if it has one, its step if that counts.
private func identity(_ range: Ref) -> Ref? {
    let fields = range.range.pointee
    let length = fitting(fields.length)
    if length == 0 { return makeTuple(fields.length, noneRef, noneRef) }
    return makeTuple(fields.length, fields.start, length == 1 ? noneRef : fields.step)
}

func rangeHash(_ range: Ref) -> Bt_hash_t {
    guard let tuple = identity(range) else { return -1 }
    defer { Bt_DECREF_(tuple) }
    return tupleHash(tuple)
}

func rangeCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard right.type == BtRange_Type_(), operation == BT_EQ || operation == BT_NE else {
        return notImplementedRef
    }
    guard let first = identity(left) else { return nil }
    defer { Bt_DECREF_(first) }
    guard let second = identity(right) else { return nil }
    defer { Bt_DECREF_(second) }
    return tupleCompare(first, second, operation)
}

func rangeRepr(_ range: Ref) -> Ref? {
    let fields = range.range.pointee
    let pieces: Int = fitting(fields.step) == 1 ? 2 : 3
    guard let tuple = makeTuple(fields.start, fields.stop, fields.step) else { return nil }
    defer { Bt_DECREF_(tuple) }
    return containerRepr(range, open: "range(", close: ")", recursive: "range(...)") { writer, number in
        number < pieces ? writeRepr(writer, number, stealing: newReference(_bt_tuple_items(tuple)[number]!)) : 0
    }
}
