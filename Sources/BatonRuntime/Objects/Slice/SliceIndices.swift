internal import CBaton

// slice.indices(length): the parts clipped to a length, in ints of any size.

func sliceIndices(_ slice: Ref, _ lengthObject: Ref) -> Ref? {
    guard let length = BtNumber_Index(lengthObject) else { return nil }
    defer { Bt_DECREF_(length) }
    guard let zero = BtLong_FromSsize_t(0), let one = BtLong_FromSsize_t(1) else { return nil }
    let negative = BtObject_RichCompareBool(length, zero, BT_LT)
    if negative < 0 { return nil }
    if negative > 0 { return raise(BtExc_ValueError, "length should not be negative") }
    let fields = slice.slice.pointee
    guard let step = isNone(fields.step) ? newReference(one) : indexPart(fields.step) else { return nil }
    defer { Bt_DECREF_(step) }
    let backward = BtObject_RichCompareBool(step, zero, BT_LT)
    let still = BtObject_RichCompareBool(step, zero, BT_EQ)
    if backward < 0 || still < 0 { return nil }
    if still > 0 { return raise(BtExc_ValueError, "slice step cannot be zero") }
    // The bounds between which start and stop may lie: backward both are one lower.
    guard let lower = BtLong_FromSsize_t(backward > 0 ? -1 : 0),
        let upper = backward > 0 ? BtNumber_Subtract(length, one) : newReference(length)
    else { return nil }
    defer {
        Bt_DECREF_(lower)
        Bt_DECREF_(upper)
    }
    guard let start = clipped(fields.start, lower, upper, length, zero, none: backward > 0 ? upper : lower) else {
        return nil
    }
    defer { Bt_DECREF_(start) }
    guard let stop = clipped(fields.stop, lower, upper, length, zero, none: backward > 0 ? lower : upper) else {
        return nil
    }
    defer { Bt_DECREF_(stop) }
    return makeTuple(start, stop, step)
}

private func indexPart(_ part: Ref) -> Ref? {
    guard BtIndex_Check(part) != 0 else {
        return raise(BtExc_TypeError, "slice indices must be integers or None or have an __index__ method")
    }
    return BtNumber_Index(part)
}

private func clipped(_ part: Ref, _ lower: Ref, _ upper: Ref, _ length: Ref, _ zero: Ref, none: Ref) -> Ref? {
    if isNone(part) { return newReference(none) }
    guard var index = indexPart(part) else { return nil }
    let negative = BtObject_RichCompareBool(index, zero, BT_LT)
    if negative > 0, let sum = BtNumber_Add(index, length) {
        Bt_DECREF_(index)
        index = sum
    }
    let bound = negative > 0 ? lower : upper
    let outside = errorOccurred() ? -1 : BtObject_RichCompareBool(index, bound, negative > 0 ? BT_LT : BT_GT)
    if outside == 0 { return index }
    Bt_DECREF_(index)
    return outside < 0 ? nil : newReference(bound)
}
