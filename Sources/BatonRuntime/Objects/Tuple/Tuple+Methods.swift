internal import CBaton

func tupleMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        classGetItemMethod,
        method(
            "index", BT_METH_VARARGS,
            doc: "Return first index of value.\n\nRaises ValueError if the value is not present."
        ) {
            tupleIndex($0!, $1!)
        },
        method("count", BT_METH_O, doc: "Return number of occurrences of value.") { tupleCount($0!, $1!) },
        method("__getnewargs__", BT_METH_NOARGS) { tuple, _ in
            guard let copy = makeTuple(_bt_tuple_items(tuple!), count: sizeField(tuple!)) else { return nil }
            defer { Bt_DECREF_(copy) }
            return makeTuple(copy)
        },
    ])
}

/// Make a tuple of the items of an iterable; a tuple is returned as it is.
func tupleOf(_ iterable: Ref) -> Ref? {
    if iterable.type == BtTuple_Type_() { return Bt_NewRef_(iterable) }
    if iterable.type == BtList_Type_() { return listAsTuple(iterable) }
    guard let list = listOf(iterable) else { return nil }
    defer { Bt_DECREF_(list) }
    return listAsTuple(list)
}

func tupleItem(_ tuple: Ref, _ index: Int) -> Ref? {
    guard index >= 0, index < sizeField(tuple) else { return raise(BtExc_IndexError, "tuple index out of range") }
    return Bt_NewRef_(_bt_tuple_items(tuple)[index])
}

/// The items from `low` up to but without `high`, which are in range.
func tupleSlice(_ tuple: Ref, _ low: Int, _ high: Int) -> Ref? {
    if low == 0, high == sizeField(tuple), tuple.type == BtTuple_Type_() { return Bt_NewRef_(tuple) }
    return makeTuple(_bt_tuple_items(tuple) + low, count: high - low)
}

func tupleSubscript(_ tuple: Ref, _ key: Ref) -> Ref? {
    if BtIndex_Check(key) != 0 {
        guard let index = indexOperand(key) else { return nil }
        return tupleItem(tuple, index < 0 ? index + sizeField(tuple) : index)
    }
    guard key.type == BtSlice_Type_() else {
        return raise(BtExc_TypeError, "tuple indices must be integers or slices, not \(typeName(key))")
    }
    var (start, stop, step) = (0, 0, 0)
    if BtSlice_Unpack(key, &start, &stop, &step) < 0 { return nil }
    let count = BtSlice_AdjustIndices(sizeField(tuple), &start, &stop, step)
    if step == 1 || count == 0 { return tupleSlice(tuple, start, start + count) }
    guard let result = newTuple(uninitialized: count) else { return nil }
    let source: Places = _bt_tuple_items(tuple)
    let target: Places = _bt_tuple_items(result)
    for index in 0..<count { target[index] = Bt_NewRef_(source[start + index * step]) }
    return result
}

func tupleConcat(_ left: Ref, _ right: Ref) -> Ref? {
    guard isTuple(right) else {
        return raise(BtExc_TypeError, "can only concatenate tuple (not \"\(typeName(right))\") to tuple")
    }
    let (leftCount, rightCount) = (sizeField(left), sizeField(right))
    if leftCount == 0, right.type == BtTuple_Type_() { return Bt_NewRef_(right) }
    if rightCount == 0, left.type == BtTuple_Type_() { return Bt_NewRef_(left) }
    guard let result = newTuple(uninitialized: leftCount + rightCount) else { return nil }
    let target: Places = _bt_tuple_items(result)
    for index in 0..<leftCount { target[index] = Bt_NewRef_(_bt_tuple_items(left)[index]) }
    for index in 0..<rightCount { target[leftCount + index] = Bt_NewRef_(_bt_tuple_items(right)[index]) }
    return result
}

func tupleRepeat(_ tuple: Ref, _ times: Int) -> Ref? {
    let count = sizeField(tuple)
    if count == 0 || times == 1, tuple.type == BtTuple_Type_() { return Bt_NewRef_(tuple) }
    if count == 0 || times <= 0 { return emptyTuple }
    let (total, overflow) = count.multipliedReportingOverflow(by: times)
    if overflow { return raiseNoMemory() }
    guard let result = newTuple(uninitialized: total) else { return nil }
    let source: Places = _bt_tuple_items(tuple)
    let target: Places = _bt_tuple_items(result)
    for index in 0..<total { target[index] = Bt_NewRef_(source[index % count]) }
    return result
}

func tupleContains(_ tuple: Ref, _ value: Ref) -> CInt {
    let places: Places = _bt_tuple_items(tuple)
    for index in 0..<sizeField(tuple) {
        let equal = BtObject_RichCompareBool(places[index], value, BT_EQ)
        if equal != 0 { return equal }
    }
    return 0
}

private func tupleCount(_ tuple: Ref, _ value: Ref) -> Ref? {
    var count = 0
    for index in 0..<sizeField(tuple) {
        let equal = BtObject_RichCompareBool(_bt_tuple_items(tuple)[index], value, BT_EQ)
        if equal < 0 { return nil }
        count += Int(equal)
    }
    return BtLong_FromSsize_t(count)
}

private func tupleIndex(_ tuple: Ref, _ args: Ref) -> Ref? {
    guard let (value, start, stop) = indexArguments(args, count: sizeField(tuple)) else { return nil }
    var index = start
    while index < min(stop, sizeField(tuple)) {
        let equal = BtObject_RichCompareBool(_bt_tuple_items(tuple)[index], value, BT_EQ)
        if equal < 0 { return nil }
        if equal > 0 { return BtLong_FromSsize_t(index) }
        index += 1
    }
    return raise(BtExc_ValueError, "tuple.index(x): x not in tuple")
}

/// The arguments of `index(value, start=0, stop=maxsize)` of a sequence of `count` items; nil with an exception set.
func indexArguments(_ args: Ref, count: Int) -> (value: Ref, start: Int, stop: Int)? {
    let given = sizeField(args)
    guard _BtArg_CheckPositional(cString("index"), given, 1, 3) != 0 else { return nil }
    let items: Places = _bt_tuple_items(args)
    var bounds = (start: 0, stop: Int.max)
    if given > 1, _BtEval_SliceIndexNotNone(items[1], &bounds.start) == 0 { return nil }
    if given > 2, _BtEval_SliceIndexNotNone(items[2], &bounds.stop) == 0 { return nil }
    if bounds.start < 0 { bounds.start = max(0, bounds.start + count) }
    if bounds.stop < 0 { bounds.stop = max(0, bounds.stop + count) }
    return (items[0]!, bounds.start, bounds.stop)
}

/// The hash of a row of hashes, as xxHash combines them (the constants are those of its 64-bit form).
func tupleHash(_ tuple: Ref) -> Bt_hash_t {
    let prime1: UInt = 11_400_714_785_074_694_791
    let prime2: UInt = 14_029_467_366_897_019_727
    let prime5: UInt = 2_870_177_450_012_600_261
    let count = sizeField(tuple)
    guard Bt_EnterRecursiveCall(" while hashing a tuple") == 0 else { return -1 }
    defer { Bt_LeaveRecursiveCall() }
    var accumulator = prime5
    for index in 0..<count {
        let lane = BtObject_Hash(_bt_tuple_items(tuple)[index])
        if lane == -1 { return -1 }
        accumulator &+= UInt(bitPattern: lane) &* prime2
        accumulator = (accumulator << 31) | (accumulator >> 33)
        accumulator = accumulator &* prime1
    }
    accumulator &+= UInt(bitPattern: count) ^ (prime5 ^ 3_527_539)
    return accumulator == UInt.max ? 1_546_275_796 : Int(bitPattern: accumulator)
}

func tupleCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard isTuple(left), isTuple(right) else {
        return notImplementedRef
    }
    let (leftCount, rightCount) = (sizeField(left), sizeField(right))
    var index = 0
    while index < leftCount, index < rightCount {
        let equal = BtObject_RichCompareBool(_bt_tuple_items(left)[index], _bt_tuple_items(right)[index], BT_EQ)
        if equal < 0 { return nil }
        if equal == 0 { break }
        index += 1
    }
    if index >= leftCount || index >= rightCount { return boolRef(compareCounts(leftCount, rightCount, operation)) }
    if operation == BT_EQ { return falseRef }
    if operation == BT_NE { return trueRef }
    return BtObject_RichCompare(_bt_tuple_items(left)[index], _bt_tuple_items(right)[index], operation)
}

func tupleRepr(_ tuple: Ref) -> Ref? {
    let count = sizeField(tuple)
    if count == 0 { return BtUnicode_FromString(cString("()")) }
    return containerRepr(tuple, open: "(", close: count == 1 ? ",)" : ")", recursive: "(...)") { writer, number in
        guard number < count else { return 0 }
        return writeRepr(writer, number, stealing: Bt_NewRef_(_bt_tuple_items(tuple)[number]))
    }
}
