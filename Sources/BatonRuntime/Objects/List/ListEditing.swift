internal import CBaton
internal import Glibc

// Changing a list: insertion, extension, assignment to items and slices. All run in the list's critical section.

/// Make a list of the items of an iterable.
package func listOf(_ iterable: Ref) -> Ref? {
    guard let list = newList(0) else { return nil }
    guard listExtend(list, iterable) == 0 else {
        Bt_DECREF_(list)
        return nil
    }
    return list
}

/// Append all items of an iterable.
func listExtend(_ list: Ref, _ iterable: Ref) -> CInt {
    if iterable.type == BtList_Type_() || iterable.type == BtTuple_Type_() {
        return locked(list, iterable) { listExtendByRow(list, iterable) }
    }
    guard let iterator = BtObject_GetIter(iterable) else { return -1 }
    defer { Bt_DECREF_(iterator) }
    let hint = BtObject_LengthHint(iterable, 8)
    if hint < 0 { return -1 }
    return locked(list) { listExtendByIterator(list, iterator, hint) }
}

private func listExtendByRow(_ list: Ref, _ row: Ref) -> CInt {
    let added = sizeField(row)
    if added == 0 { return 0 }
    let count = sizeField(list)
    guard count <= Int.max - added, listReserve(list, count, added) else {
        if !errorOccurred() { BtErr_NoMemory() }
        return -1
    }
    // Read after the resize: the row may be the list itself.
    let source: Places = BtSequence_Fast_ITEMS_(row)
    let target = list.list.pointee.ob_item! + count
    for index in 0..<added { target[index] = Bt_NewRef_(source[index]) }
    return 0
}

/// Grow the list to hold `added` more items. A list without memory gets just what it needs.
private func listReserve(_ list: Ref, _ count: Int, _ added: Int) -> Bool {
    guard list.list.pointee.ob_item == nil else { return listResize(list, count + added) }
    guard added < Int.max, let places = allocateRow((added + 1) & ~1) else { return false }
    list.list.pointee.ob_item = places
    list.list.pointee.allocated = (added + 1) & ~1
    list.list.pointee.ob_base.ob_size = added
    return true
}

private func listExtendByIterator(_ list: Ref, _ iterator: Ref, _ hint: Int) -> CInt {
    let count = sizeField(list)
    if count < Int.max / 16 - hint, count + hint > list.list.pointee.allocated, hint > 0 {
        // Memory for what the iterable promises; the number of items stays.
        guard listResize(list, count + hint) else { return -1 }
        list.list.pointee.ob_base.ob_size = count
    }
    while let item = nextItem(iterator) {
        if listAppend(list, stealing: item) < 0 { return -1 }
    }
    if errorOccurred() { return -1 }
    let final = sizeField(list)
    if final < list.list.pointee.allocated, !listResize(list, final) { return -1 }
    return 0
}

/// Insert before `index`, clipped to the list; a reference is taken.
func listInsert(_ list: Ref, _ index: Int, _ item: Ref) -> CInt {
    let count = sizeField(list)
    guard count < Int.max else { return raiseStatus(BtExc_OverflowError, "cannot add more objects to list") }
    guard listResize(list, count + 1) else { return -1 }
    let position = min(max(index < 0 ? index + count : index, 0), count)
    let places = list.list.pointee.ob_item!
    memmove(places + position + 1, places + position, (count - position) * MemoryLayout<Ref>.stride)
    places[position] = Bt_NewRef_(item)
    return 0
}

/// Set an item, or remove it (nil); a reference is taken.
func listAssignItem(_ list: Ref, _ index: Int, _ value: Ref?) -> CInt {
    guard index >= 0, index < sizeField(list) else {
        return raiseStatus(BtExc_IndexError, "list assignment index out of range")
    }
    guard let value else { return listAssignSlice(list, index, index + 1, nil) }
    let places = list.list.pointee.ob_item!
    let old = places[index]
    places[index] = Bt_NewRef_(value)
    Bt_XDECREF_(old)
    return 0
}

/// Replace the items from `low` up to but without `high` by those of an iterable, or remove them (nil). Both bounds are
/// clipped to the list.
func listAssignSlice(
    _ list: Ref, _ low: Int, _ high: Int, _ iterable: Ref?, refusal: StaticString = "can only assign an iterable"
) -> CInt {
    guard let iterable else { return listReplace(list, low, high, nil, 0) }
    let row: Ref?
    if iterable == list {
        row = listSlice(list, 0, sizeField(list))
    } else {
        row = BtSequence_Fast(iterable, cString(refusal))
    }
    guard let row else { return -1 }
    defer { Bt_DECREF_(row) }
    return listReplace(list, low, high, BtSequence_Fast_ITEMS_(row), sizeField(row))
}

private func listReplace(_ list: Ref, _ low: Int, _ high: Int, _ items: Places?, _ added: Int) -> CInt {
    let count = sizeField(list)
    let first = min(max(low, 0), count)
    let last = min(max(high, first), count)
    let removed = last - first
    if count - removed + added == 0 {
        listClear(list)
        return 0
    }
    if removed <= 8 {
        // Without memory, so that taking a few items out cannot fail.
        return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 8) {
            listReplace(list, first, last, items, added, aside: $0.baseAddress.unsafelyUnwrapped)
        }
    }
    guard let memory = BtMem_Malloc(removed * MemoryLayout<Ref>.stride) else {
        BtErr_NoMemory()
        return -1
    }
    defer { BtMem_Free(memory) }
    return listReplace(list, first, last, items, added, aside: memory.assumingMemoryBound(to: Ref?.self))
}

/// What goes is kept aside, and dropped when the list is whole again.
private func listReplace(
    _ list: Ref, _ first: Int, _ last: Int, _ items: Places?, _ added: Int, aside: Places
) -> CInt {
    let stride = MemoryLayout<Ref>.stride
    let count = sizeField(list)
    let removed = last - first
    if removed > 0 { memcpy(aside, list.list.pointee.ob_item + first, removed * stride) }
    let tail = count - last
    if added < removed {
        let places = list.list.pointee.ob_item!
        memmove(places + first + added, places + last, tail * stride)
        guard listResize(list, count - removed + added) else {
            memmove(places + last, places + first + added, tail * stride)
            memcpy(places + first, aside, removed * stride)
            return -1
        }
    } else if added > removed {
        guard count <= Int.max - added, listResize(list, count - removed + added) else {
            if !errorOccurred() { BtErr_NoMemory() }
            return -1
        }
        let places = list.list.pointee.ob_item!
        memmove(places + first + added, places + last, tail * stride)
    }
    for index in 0..<added { list.list.pointee.ob_item[first + index] = Bt_NewRef_(items![index]) }
    var index = removed
    while index > 0 {
        index -= 1
        Bt_XDECREF_(aside[index])
    }
    return 0
}

func listAssignSubscript(_ list: Ref, _ key: Ref, _ value: Ref?) -> CInt {
    if BtIndex_Check(key) != 0 {
        guard let index = indexOperand(key) else { return -1 }
        return locked(list) { listAssignItem(list, index < 0 ? index + sizeField(list) : index, value) }
    }
    guard key.type == BtSlice_Type_() else {
        return raiseStatus(BtExc_TypeError, "list indices must be integers or slices, not \(typeName(key))")
    }
    var (start, stop, step) = (0, 0, 0)
    if BtSlice_Unpack(key, &start, &stop, &step) < 0 { return -1 }
    return locked(list) {
        if step == 1 {
            _ = BtSlice_AdjustIndices(sizeField(list), &start, &stop, step)
            return listAssignSlice(
                list, start, stop, value, refusal: "must assign iterable to extended slice")
        }
        guard let value else { return listRemoveStrided(list, start, stop, step) }
        return listAssignStrided(list, start, stop, step, value)
    }
}

private func listRemoveStrided(_ list: Ref, _ start: Int, _ stop: Int, _ step: Int) -> CInt {
    var (first, end, stride) = (start, stop, step)
    let count = BtSlice_AdjustIndices(sizeField(list), &first, &end, stride)
    if count <= 0 { return 0 }
    if stride < 0 {
        first += stride * (count - 1)
        stride = -stride
    }
    guard let memory = BtMem_Malloc(count * MemoryLayout<Ref>.stride) else {
        BtErr_NoMemory()
        return -1
    }
    let aside = memory.assumingMemoryBound(to: Ref?.self)
    defer { BtMem_Free(aside) }
    let places = list.list.pointee.ob_item!
    let size = sizeField(list)
    var target = first
    var taken = 0
    for index in first..<size {
        if taken < count, index == first + taken * stride {
            aside[taken] = places[index]
            taken += 1
        } else {
            places[target] = places[index]
            target += 1
        }
    }
    list.list.pointee.ob_base.ob_size = size - count
    let status: CInt = listResize(list, size - count) ? 0 : -1
    for index in 0..<count { Bt_XDECREF_(aside[index]) }
    return status
}

private func listAssignStrided(_ list: Ref, _ start: Int, _ stop: Int, _ step: Int, _ value: Ref) -> CInt {
    let row =
        value == list
        ? listSlice(list, 0, sizeField(list))
        : BtSequence_Fast(value, cString("must assign iterable to extended slice"))
    guard let row else { return -1 }
    defer { Bt_DECREF_(row) }
    // Clipped after the row was made: that may have run any code.
    var (first, end) = (start, stop)
    let count = BtSlice_AdjustIndices(sizeField(list), &first, &end, step)
    guard sizeField(row) == count else {
        return raiseStatus(
            BtExc_ValueError,
            "attempt to assign sequence of size \(sizeField(row)) to extended slice of size \(count)")
    }
    if count == 0 { return 0 }
    guard let memory = BtMem_Malloc(count * MemoryLayout<Ref>.stride) else {
        BtErr_NoMemory()
        return -1
    }
    let aside = memory.assumingMemoryBound(to: Ref?.self)
    defer { BtMem_Free(aside) }
    let places = list.list.pointee.ob_item!
    let source: Places = BtSequence_Fast_ITEMS_(row)
    for index in 0..<count {
        aside[index] = places[first + index * step]
        places[first + index * step] = Bt_NewRef_(source[index])
    }
    for index in 0..<count { Bt_XDECREF_(aside[index]) }
    return 0
}
