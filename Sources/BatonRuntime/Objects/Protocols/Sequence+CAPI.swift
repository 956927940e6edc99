public import CBaton

/// Raise SystemError("null argument to internal routine") unless an exception is set.
func nullArgument<T>() -> T? {
    if errorOccurred() { return nil }
    return raise(BtExc_SystemError, "null argument to internal routine")
}

private func lacksOperation<T>(_ object: Ref, _ what: String) -> T? {
    raise(BtExc_TypeError, "'\(typeName(object))' object \(what)")
}

private func sequenceTable(_ object: Ref) -> BtSequenceMethods? { object.type.pointee.tp_as_sequence?.pointee }

private func isMapping(_ object: Ref) -> Bool { object.type.pointee.tp_as_mapping?.pointee.mp_subscript != nil }

@c @implementation public func BtSequence_Check(_ object: Ref!) -> CInt {
    guard let object, !isDict(object) else { return 0 }
    return sequenceTable(object)?.sq_item != nil ? 1 : 0
}

@c @implementation public func BtSequence_Size(_ sequence: Ref!) -> Bt_ssize_t {
    guard let sequence else { return nullArgument() ?? -1 }
    if let length = sequenceTable(sequence)?.sq_length { return length(sequence) }
    if sequence.type.pointee.tp_as_mapping?.pointee.mp_length != nil {
        return lacksOperation(sequence, "is not a sequence").map { (never: Int) in never } ?? -1
    }
    return raise(BtExc_TypeError, "object of type '\(typeName(sequence))' has no len()") ?? -1
}

@c @implementation public func BtSequence_Length(_ sequence: Ref!) -> Bt_ssize_t { BtSequence_Size(sequence) }

@c @implementation public func BtSequence_Concat(_ left: Ref!, _ right: Ref!) -> Ref! {
    guard let left, let right else { return nullArgument() }
    if let concat = sequenceTable(left)?.sq_concat { return concat(left, right) }
    // Classes with __add__ have nb_add alone.
    if BtSequence_Check(left) != 0, BtSequence_Check(right) != 0,
        let add = left.type.pointee.tp_as_number?.pointee.nb_add
    {
        guard let result = add(left, right) else { return nil }
        if result != notImplementedRef { return result }
    }
    return lacksOperation(left, "can't be concatenated")
}

@c @implementation public func BtSequence_InPlaceConcat(_ left: Ref!, _ right: Ref!) -> Ref! {
    guard let left, let right else { return nullArgument() }
    if let concat = sequenceTable(left)?.sq_inplace_concat { return concat(left, right) }
    if sequenceTable(left)?.sq_concat != nil { return BtSequence_Concat(left, right) }
    if BtSequence_Check(left) != 0, BtSequence_Check(right) != 0 {
        guard let table = left.type.pointee.tp_as_number, let add = table.pointee.nb_inplace_add ?? table.pointee.nb_add
        else { return lacksOperation(left, "can't be concatenated") }
        guard let result = add(left, right) else { return nil }
        if result != notImplementedRef { return result }
    }
    return lacksOperation(left, "can't be concatenated")
}

@c @implementation public func BtSequence_Repeat(_ sequence: Ref!, _ count: Bt_ssize_t) -> Ref! {
    guard let sequence else { return nullArgument() }
    if let `repeat` = sequenceTable(sequence)?.sq_repeat { return `repeat`(sequence, count) }
    return repeatByNumber(sequence, count, sequence.type.pointee.tp_as_number?.pointee.nb_multiply)
}

@c @implementation public func BtSequence_InPlaceRepeat(_ sequence: Ref!, _ count: Bt_ssize_t) -> Ref! {
    guard let sequence else { return nullArgument() }
    if let `repeat` = sequenceTable(sequence)?.sq_inplace_repeat { return `repeat`(sequence, count) }
    if sequenceTable(sequence)?.sq_repeat != nil { return BtSequence_Repeat(sequence, count) }
    let table = sequence.type.pointee.tp_as_number?.pointee
    return repeatByNumber(sequence, count, table?.nb_inplace_multiply ?? table?.nb_multiply)
}

private func repeatByNumber(_ sequence: Ref, _ count: Int, _ multiply: binaryfunc?) -> Ref? {
    if BtSequence_Check(sequence) != 0, let multiply {
        guard let number = BtLong_FromSsize_t(count) else { return nil }
        defer { Bt_DECREF_(number) }
        guard let result = multiply(sequence, number) else { return nil }
        if result != notImplementedRef { return result }
    }
    return lacksOperation(sequence, "can't be repeated")
}

/// An index that counts from the end made one that counts from the start, where the length is known; nil with an
/// exception set.
private func fromStart(_ sequence: Ref, _ index: Int) -> Int? {
    guard index < 0, let length = sequenceTable(sequence)?.sq_length else { return index }
    let count = length(sequence)
    return count < 0 ? nil : index + count
}

@c @implementation public func BtSequence_GetItem(_ sequence: Ref!, _ index: Bt_ssize_t) -> Ref! {
    guard let sequence else { return nullArgument() }
    guard let item = sequenceTable(sequence)?.sq_item else {
        return isMapping(sequence)
            ? raise(BtExc_TypeError, "\(typeName(sequence)) is not a sequence")
            : lacksOperation(sequence, "does not support indexing")
    }
    guard let position = fromStart(sequence, index) else { return nil }
    return item(sequence, position)
}

@c @implementation public func BtSequence_SetItem(_ sequence: Ref!, _ index: Bt_ssize_t, _ value: Ref!) -> CInt {
    assign(sequence, index, value, "does not support item assignment")
}

@c @implementation public func BtSequence_DelItem(_ sequence: Ref!, _ index: Bt_ssize_t) -> CInt {
    assign(sequence, index, nil, "doesn't support item deletion")
}

private func assign(_ sequence: Ref?, _ index: Int, _ value: Ref?, _ refusal: String) -> CInt {
    guard let sequence else { return nullArgument() ?? -1 }
    guard let assign = sequenceTable(sequence)?.sq_ass_item else {
        return sequence.type.pointee.tp_as_mapping?.pointee.mp_ass_subscript != nil
            ? raiseStatus(BtExc_TypeError, "\(typeName(sequence)) is not a sequence")
            : lacksOperation(sequence, refusal) ?? -1
    }
    guard let position = fromStart(sequence, index) else { return -1 }
    return assign(sequence, position, value)
}

/// A slice object of two bounds.
private func makeBounds(_ low: Int, _ high: Int) -> Ref? {
    guard let start = BtLong_FromSsize_t(low) else { return nil }
    defer { Bt_DECREF_(start) }
    guard let stop = BtLong_FromSsize_t(high) else { return nil }
    defer { Bt_DECREF_(stop) }
    return makeSlice(start, stop, noneRef)
}

@c @implementation public func BtSequence_GetSlice(_ sequence: Ref!, _ low: Bt_ssize_t, _ high: Bt_ssize_t) -> Ref! {
    guard let sequence else { return nullArgument() }
    guard let subscript_ = sequence.type.pointee.tp_as_mapping?.pointee.mp_subscript else {
        return lacksOperation(sequence, "is unsliceable")
    }
    guard let bounds = makeBounds(low, high) else { return nil }
    defer { Bt_DECREF_(bounds) }
    return subscript_(sequence, bounds)
}

@c @implementation public func BtSequence_SetSlice(
    _ sequence: Ref!, _ low: Bt_ssize_t, _ high: Bt_ssize_t, _ value: Ref!
) -> CInt {
    assignSlice(sequence, low, high, value, "doesn't support slice assignment")
}

@c @implementation public func BtSequence_DelSlice(_ sequence: Ref!, _ low: Bt_ssize_t, _ high: Bt_ssize_t) -> CInt {
    assignSlice(sequence, low, high, nil, "doesn't support slice deletion")
}

private func assignSlice(_ sequence: Ref?, _ low: Int, _ high: Int, _ value: Ref?, _ refusal: String) -> CInt {
    guard let sequence else { return nullArgument() ?? -1 }
    guard let assign = sequence.type.pointee.tp_as_mapping?.pointee.mp_ass_subscript else {
        return lacksOperation(sequence, refusal) ?? -1
    }
    guard let bounds = makeBounds(low, high) else { return -1 }
    defer { Bt_DECREF_(bounds) }
    return assign(sequence, bounds, value)
}
