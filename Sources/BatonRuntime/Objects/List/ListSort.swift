internal import CBaton

// Sorting: a stable merge sort that uses the runs that are in the data already.

/// What is moved when a list is sorted: an item, and the key by which it is compared (the item itself without a key
/// function). Both references stay with the array all the time.
struct SortEntry {
    var key: Ref
    var item: Ref
}

/// Sort a list in place; a reference to the function `key` is borrowed. -1 with an exception set: the list holds all its
/// items, in some order. Runs in the list's critical section.
func listSort(_ list: Ref, key: Ref?, reverse: Bool) -> CInt {
    let fields = list.list
    let count = sizeField(list)
    // The items are taken out, so that code run by a comparison sees an empty list; `allocated` tells if it was changed.
    let places = fields.pointee.ob_item
    let allocated = fields.pointee.allocated
    fields.pointee.ob_item = nil
    fields.pointee.ob_base.ob_size = 0
    fields.pointee.allocated = -1

    var status: CInt = 0
    if count > 0, let places, key != nil || count > 1 { status = sortPlaces(places, count, key, reverse) }

    let changed = fields.pointee.allocated != -1
    if changed, status == 0 { status = raiseStatus(BtExc_ValueError, "list modified during sort") }
    let (intruders, intruderCount, intruderRoom) = (fields.pointee.ob_item, sizeField(list), fields.pointee.allocated)
    fields.pointee.ob_item = places
    fields.pointee.ob_base.ob_size = count
    fields.pointee.allocated = allocated
    if let intruders {
        for index in 0..<intruderCount { Bt_XDECREF_(intruders[index]) }
        freeRow(intruders, intruderRoom)
    }
    return status
}

private func sortPlaces(_ places: Places, _ count: Int, _ key: Ref?, _ reverse: Bool) -> CInt {
    // One array for the entries, half an array for merging.
    let room = count + count / 2 + 1
    guard room <= Int.max / MemoryLayout<SortEntry>.stride,
        let memory = BtMem_Malloc(room * MemoryLayout<SortEntry>.stride)
    else {
        BtErr_NoMemory()
        return -1
    }
    defer { BtMem_Free(memory) }
    let entries = memory.assumingMemoryBound(to: SortEntry.self)
    var keyed = 0
    defer { if key != nil { for index in 0..<keyed { Bt_DECREF_(entries[index].key) } } }
    while keyed < count {
        let item = places[keyed]!
        guard let sortKey = key.map({ BtObject_CallOneArg($0, item) }) ?? item else { return -1 }
        entries[keyed] = SortEntry(key: sortKey, item: item)
        keyed += 1
    }
    // Reversed before and after, so that equal items keep their order.
    if reverse { reverseEntries(entries, count) }
    var sorter = MergeSort(entries, spare: entries + count, SortOrder(entries, count))
    let sorted = sorter.sort(count)
    if reverse { reverseEntries(entries, count) }
    for index in 0..<count { places[index] = entries[index].item }
    return sorted ? 0 : -1
}

func reverseEntries(_ entries: UnsafeMutablePointer<SortEntry>, _ count: Int) {
    var (low, high) = (0, count - 1)
    while low < high {
        swap(&entries[low], &entries[high])
        low += 1
        high -= 1
    }
}

func listSortMethod(_ list: Ref, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if sizeField(args) > 0 { return raise(BtExc_TypeError, "sort() takes no positional arguments") }
    var key: Ref?
    var reverse = false
    var position = 0
    var (name, value): (Ref?, Ref?) = (nil, nil)
    while let kwargs, BtDict_Next(kwargs, &position, &name, &value) != 0 {
        switch swiftString(name!) {
        case "key":
            key = isNone(value!) ? nil : value
        case "reverse":
            let truth = BtObject_IsTrue(value)
            if truth < 0 { return nil }
            reverse = truth > 0
        case let other:
            raiseUnexpectedKeyword("sort()", other, among: ["key", "reverse"])
            return nil
        }
    }
    return locked(list) { listSort(list, key: key, reverse: reverse) } == 0 ? noneRef : nil
}
