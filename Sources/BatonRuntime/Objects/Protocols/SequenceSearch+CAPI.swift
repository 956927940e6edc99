public import CBaton

// Searching through and collecting from anything that can be iterated over.

private enum Search {
    case count
    case contains
    case index
}

/// Step through an iterable and compare: how many items are equal, whether one is, or where the first is (-1 with
/// ValueError set if there is none). -1 with an exception set.
private func search(_ sequence: Ref?, _ value: Ref?, _ wanted: Search) -> Int {
    guard let sequence, let value else { return nullArgument() ?? -1 }
    guard let iterator = BtObject_GetIter(sequence) else {
        guard BtErr_ExceptionMatches(BtExc_TypeError) != 0 else { return -1 }
        return raise(
            BtExc_TypeError,
            wanted == .contains
                ? "argument of type '\(typeName(sequence))' is not iterable"
                : "argument of type '\(typeName(sequence))' is not iterable"
        ) ?? -1
    }
    defer { Bt_DECREF_(iterator) }
    var (count, position) = (0, 0)
    while let item = nextItem(iterator) {
        let equal = BtObject_RichCompareBool(item, value, BT_EQ)
        Bt_DECREF_(item)
        if equal < 0 { return -1 }
        if equal > 0 {
            switch wanted {
            case .contains: return 1
            case .index: return position
            case .count: count += 1
            }
        }
        if position == Int.max {
            let text = wanted == .count ? "count exceeds C integer size" : "index exceeds C integer size"
            return raise(BtExc_OverflowError, text) ?? -1
        }
        position += 1
    }
    if errorOccurred() { return -1 }
    if wanted == .index { return raise(BtExc_ValueError, "sequence.index(x): x not in sequence") ?? -1 }
    return count
}

@c @implementation public func BtSequence_Count(_ sequence: Ref!, _ value: Ref!) -> Bt_ssize_t {
    search(sequence, value, .count)
}

@c @implementation public func BtSequence_Index(_ sequence: Ref!, _ value: Ref!) -> Bt_ssize_t {
    search(sequence, value, .index)
}

@c @implementation public func BtSequence_Contains(_ sequence: Ref!, _ value: Ref!) -> CInt {
    if let sequence, let value, let contains = sequence.type.pointee.tp_as_sequence?.pointee.sq_contains {
        return contains(sequence, value)
    }
    return CInt(search(sequence, value, .contains))
}

@c @implementation public func BtSequence_In(_ sequence: Ref!, _ value: Ref!) -> CInt {
    BtSequence_Contains(sequence, value)
}

@c @implementation public func BtSequence_List(_ iterable: Ref!) -> Ref! {
    guard let iterable else { return nullArgument() }
    return listOf(iterable)
}

@c @implementation public func BtSequence_Tuple(_ iterable: Ref!) -> Ref! {
    guard let iterable else { return nullArgument() }
    return tupleOf(iterable)
}

@c @implementation public func BtSequence_Fast(_ iterable: Ref!, _ message: UnsafePointer<CChar>!) -> Ref! {
    guard let iterable else { return nullArgument() }
    if iterable.type == BtList_Type_() || iterable.type == BtTuple_Type_() {
        return Bt_NewRef_(iterable)
    }
    guard let iterator = BtObject_GetIter(iterable) else {
        if BtErr_ExceptionMatches(BtExc_TypeError) != 0 { BtErr_SetString(BtExc_TypeError, message) }
        return nil
    }
    defer { Bt_DECREF_(iterator) }
    return listOf(iterator)
}
