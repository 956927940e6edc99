internal import CBaton

// Reading a list: items, slices, concatenation, comparison, text.

func listItem(_ list: Ref, _ index: Int) -> Ref? {
    locked(list) {
        guard index >= 0, index < sizeField(list) else { return raise(BtExc_IndexError, "list index out of range") }
        return Bt_NewRef_(list.list.pointee.ob_item[index])
    }
}

/// The items from `low` up to but without `high`, which are in range, as a list.
func listSlice(_ list: Ref, _ low: Int, _ high: Int) -> Ref? {
    makeList(list.list.pointee.ob_item.map { UnsafePointer($0 + low) }, count: high - low)
}

/// The items as a tuple.
func listAsTuple(_ list: Ref) -> Ref? {
    locked(list) {
        let count = sizeField(list)
        return count == 0 ? emptyTuple : makeTuple(list.list.pointee.ob_item, count: count)
    }
}

func listSubscript(_ list: Ref, _ key: Ref) -> Ref? {
    if BtIndex_Check(key) != 0 {
        guard let index = indexOperand(key) else { return nil }
        return listItem(list, index < 0 ? index + sizeField(list) : index)
    }
    guard key.type == BtSlice_Type_() else {
        return raise(BtExc_TypeError, "list indices must be integers or slices, not \(typeName(key))")
    }
    var (start, stop, step) = (0, 0, 0)
    if BtSlice_Unpack(key, &start, &stop, &step) < 0 { return nil }
    return locked(list) {
        let count = BtSlice_AdjustIndices(sizeField(list), &start, &stop, step)
        if step == 1 || count == 0 { return listSlice(list, start, start + count) }
        guard let result = newList(count) else { return nil }
        let source = list.list.pointee.ob_item!
        for index in 0..<count { result.list.pointee.ob_item[index] = Bt_NewRef_(source[start + index * step]) }
        return result
    }
}

func listConcat(_ left: Ref, _ right: Ref) -> Ref? {
    guard isList(right) else {
        return raise(BtExc_TypeError, "can only concatenate list (not \"\(typeName(right))\") to list")
    }
    return locked(left, right) {
        let (leftCount, rightCount) = (sizeField(left), sizeField(right))
        guard let result = newList(leftCount + rightCount) else { return nil }
        let target = result.list.pointee.ob_item
        for index in 0..<leftCount { target![index] = Bt_NewRef_(left.list.pointee.ob_item[index]) }
        for index in 0..<rightCount { target![leftCount + index] = Bt_NewRef_(right.list.pointee.ob_item[index]) }
        return result
    }
}

func listRepeat(_ list: Ref, _ times: Int) -> Ref? {
    locked(list) {
        let count = sizeField(list)
        if count == 0 || times <= 0 { return newList(0) }
        let (total, overflow) = count.multipliedReportingOverflow(by: times)
        if overflow { return raiseNoMemory() }
        guard let result = newList(total) else { return nil }
        let source = list.list.pointee.ob_item!
        let target = result.list.pointee.ob_item!
        var place = 0
        for _ in 0..<times {
            for index in 0..<count { target[place + index] = Bt_NewRef_(source[index]) }
            place += count
        }
        return result
    }
}

func listRepeatInPlace(_ list: Ref, _ times: Int) -> Ref? {
    locked(list) {
        let count = sizeField(list)
        if count == 0 || times == 1 { return Bt_NewRef_(list) }
        if times < 1 {
            listClear(list)
            return Bt_NewRef_(list)
        }
        let (total, overflow) = count.multipliedReportingOverflow(by: times)
        if overflow { return raiseNoMemory() }
        guard listResize(list, total) else { return nil }
        let places = list.list.pointee.ob_item!
        for index in count..<total { places[index] = Bt_NewRef_(places[index - count]) }
        return Bt_NewRef_(list)
    }
}

func listReverse(_ list: Ref) {
    guard let places = list.list.pointee.ob_item else { return }
    var (low, high) = (0, sizeField(list) - 1)
    while low < high {
        swap(&places[low], &places[high])
        low += 1
        high -= 1
    }
}

func listRepr(_ list: Ref) -> Ref? {
    if sizeField(list) == 0 { return BtUnicode_FromString(cString("[]")) }
    return containerRepr(list, open: "[", close: "]", recursive: "[...]") { writer, number in
        let item = locked(list) { number < sizeField(list) ? Bt_NewRef_(list.list.pointee.ob_item[number]) : nil }
        guard let item else { return 0 }
        return writeRepr(writer, number, stealing: item)
    }
}

func listCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard isList(left), isList(right) else {
        return notImplementedRef
    }
    return locked(left, right) {
        if sizeField(left) != sizeField(right), operation == BT_EQ || operation == BT_NE {
            return boolRef(operation == BT_NE)
        }
        var index = 0
        while index < sizeField(left), index < sizeField(right) {
            guard let first = Bt_NewRef_(left.list.pointee.ob_item[index]),
                let second = Bt_NewRef_(right.list.pointee.ob_item[index])
            else { return nil }
            defer {
                Bt_DECREF_(first)
                Bt_DECREF_(second)
            }
            let equal = first == second ? 1 : BtObject_RichCompareBool(first, second, BT_EQ)
            if equal < 0 { return nil }
            if equal == 0 {
                if operation == BT_EQ { return falseRef }
                if operation == BT_NE { return trueRef }
                return BtObject_RichCompare(first, second, operation)
            }
            index += 1
        }
        return boolRef(compareCounts(sizeField(left), sizeField(right), operation))
    }
}
