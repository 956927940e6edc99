public import CBaton

@c @implementation public func BtSlice_New(_ start: Ref!, _ stop: Ref!, _ step: Ref!) -> Ref! {
    makeSlice(start ?? noneRef, stop ?? noneRef, step ?? noneRef)
}

@c @implementation public func BtSlice_Unpack(
    _ slice: Ref!, _ start: UnsafeMutablePointer<Bt_ssize_t>!, _ stop: UnsafeMutablePointer<Bt_ssize_t>!,
    _ step: UnsafeMutablePointer<Bt_ssize_t>!
) -> CInt {
    guard let slice, slice.type == BtSlice_Type_() else { return badInternalCallStatus() }
    let fields = slice.slice.pointee
    step.pointee = 1
    if !isNone(fields.step) {
        guard let value = sliceIndex(fields.step) else { return -1 }
        if value == 0 { return raiseStatus(BtExc_ValueError, "slice step cannot be zero") }
        // So that -step always fits.
        step.pointee = max(value, -Int.max)
    }
    start.pointee = step.pointee < 0 ? Int.max : 0
    stop.pointee = step.pointee < 0 ? Int.min : Int.max
    if !isNone(fields.start) {
        guard let value = sliceIndex(fields.start) else { return -1 }
        start.pointee = value
    }
    if !isNone(fields.stop) {
        guard let value = sliceIndex(fields.stop) else { return -1 }
        stop.pointee = value
    }
    return 0
}

@c @implementation public func BtSlice_AdjustIndices(
    _ length: Bt_ssize_t, _ start: UnsafeMutablePointer<Bt_ssize_t>!, _ stop: UnsafeMutablePointer<Bt_ssize_t>!,
    _ step: Bt_ssize_t
) -> Bt_ssize_t {
    // Backward, -1 is the place before the first item.
    let (lowest, highest) = step < 0 ? (-1, length - 1) : (0, length)
    start.pointee = min(max(start.pointee < 0 ? start.pointee + length : start.pointee, lowest), highest)
    stop.pointee = min(max(stop.pointee < 0 ? stop.pointee + length : stop.pointee, lowest), highest)
    if step < 0 {
        return stop.pointee < start.pointee ? (start.pointee - stop.pointee - 1) / -step + 1 : 0
    }
    return start.pointee < stop.pointee ? (stop.pointee - start.pointee - 1) / step + 1 : 0
}

@c @implementation public func BtSlice_GetIndicesEx(
    _ slice: Ref!, _ length: Bt_ssize_t, _ start: UnsafeMutablePointer<Bt_ssize_t>!,
    _ stop: UnsafeMutablePointer<Bt_ssize_t>!, _ step: UnsafeMutablePointer<Bt_ssize_t>!,
    _ count: UnsafeMutablePointer<Bt_ssize_t>!
) -> CInt {
    if BtSlice_Unpack(slice, start, stop, step) < 0 { return -1 }
    count.pointee = BtSlice_AdjustIndices(length, start, stop, step.pointee)
    return 0
}

@c @implementation public func BtSlice_GetIndices(
    _ slice: Ref!, _ length: Bt_ssize_t, _ start: UnsafeMutablePointer<Bt_ssize_t>!,
    _ stop: UnsafeMutablePointer<Bt_ssize_t>!, _ step: UnsafeMutablePointer<Bt_ssize_t>!
) -> CInt {
    guard let slice, slice.type == BtSlice_Type_() else { return badInternalCallStatus() }
    let fields = slice.slice.pointee
    /// A part that must be exactly an int; `none` stands for None.
    func part(_ object: Ref, none: Int, _ result: UnsafeMutablePointer<Bt_ssize_t>) -> Bool {
        if isNone(object) {
            result.pointee = none
            return true
        }
        guard isInt(object) else { return false }
        result.pointee = BtLong_AsSsize_t(object)
        return result.pointee != -1 || !errorOccurred()
    }
    guard part(fields.step, none: 1, step) else { return -1 }
    guard part(fields.start, none: step.pointee < 0 ? length - 1 : 0, start) else { return -1 }
    guard part(fields.stop, none: step.pointee < 0 ? -1 : length, stop) else { return -1 }
    if !isNone(fields.start), start.pointee < 0 { start.pointee += length }
    if !isNone(fields.stop), stop.pointee < 0 { stop.pointee += length }
    return stop.pointee > length || start.pointee >= length || step.pointee == 0 ? -1 : 0
}

@c @implementation public func _BtEval_SliceIndex(
    _ object: Ref!, _ index: UnsafeMutablePointer<Bt_ssize_t>!
) -> CInt {
    if object == nil || isNone(object) { return 1 }
    guard let value = sliceIndex(object) else { return 0 }
    index.pointee = value
    return 1
}

@c @implementation public func _BtEval_SliceIndexNotNone(
    _ object: Ref!, _ index: UnsafeMutablePointer<Bt_ssize_t>!
) -> CInt {
    guard BtIndex_Check(object) != 0 else {
        return raiseStatus(BtExc_TypeError, "slice indices must be integers or have an __index__ method") + 1
    }
    return _BtEval_SliceIndex(object, index)
}
