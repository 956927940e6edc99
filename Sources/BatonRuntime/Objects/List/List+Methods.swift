internal import CBaton
internal import Glibc

func listMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        classGetItemMethod,
        method("append", BT_METH_O, doc: "Append object to the end of the list.") { list, item in
            locked(list!) { listAppend(list!, stealing: Bt_NewRef_(item)) } == 0 ? noneRef : nil
        },
        method("extend", BT_METH_O, doc: "Extend list by appending elements from the iterable.") {
            listExtend($0!, $1!) == 0 ? noneRef : nil
        },
        fastMethod("insert", doc: "Insert object before index.") { listInsertMethod($0!, $1!, $2) },
        method(
            "remove", BT_METH_O,
            doc: "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."
        ) {
            listRemove($0!, $1!)
        },
        fastMethod(
            "pop",
            doc:
                "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."
        ) { listPop($0!, $1, $2) },
        method("clear", BT_METH_NOARGS, doc: "Remove all items from list.") { list, _ in
            locked(list!) { listClear(list!) }
            return noneRef
        },
        method(
            "index", BT_METH_VARARGS,
            doc: "Return first index of value.\n\nRaises ValueError if the value is not present."
        ) {
            listIndex($0!, $1!)
        },
        method("count", BT_METH_O, doc: "Return number of occurrences of value.") { listCount($0!, $1!) },
        keywordMethod("sort", doc: "Sort the list in ascending order and return None.") {
            listSortMethod($0!, $1!, $2)
        },
        method("reverse", BT_METH_NOARGS, doc: "Reverse *IN PLACE*.") { list, _ in
            locked(list!) { listReverse(list!) }
            return noneRef
        },
        method("copy", BT_METH_NOARGS, doc: "Return a shallow copy of the list.") { list, _ in
            locked(list!) { listSlice(list!, 0, sizeField(list!)) }
        },
        method("__getitem__", BT_METH_O | BT_METH_COEXIST, doc: "Return self[index].") { listSubscript($0!, $1!) },
        method("__reversed__", BT_METH_NOARGS, doc: "Return a reverse iterator over the list.") { list, _ in
            makeRowIterator(BtListRevIter_Type_(), over: list!, at: sizeField(list!) - 1)
        },
        method("__sizeof__", BT_METH_NOARGS, doc: "Return the size of the list in memory, in bytes.") { list, _ in
            BtLong_FromSsize_t(
                list!.type.pointee.tp_basicsize + list!.list.pointee.allocated * MemoryLayout<Ref>.stride)
        },
    ])
}

private func listInsertMethod(_ list: Ref, _ args: UnsafePointer<Ref?>, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("insert"), count, 2, 2) != 0 else { return nil }
    guard let index = sizeArgument(args[0]!) else { return nil }
    return locked(list) { listInsert(list, index, args[1]!) } == 0 ? noneRef : nil
}

/// What a search in a list gives.
private enum ListSearch {
    case found(Int)
    case missing
    /// An exception is set.
    case failed
}

/// Find the first item equal to a value from `start` on, before `stop`. A comparison may run any code, so the size is
/// looked at again each time (R6).
@inline(__always)
private func listFind(_ list: Ref, _ value: Ref, from start: Int = 0, before stop: Int = .max) -> ListSearch {
    var index = start
    while index < stop, index < sizeField(list) {
        let item = Bt_NewRef_(list.list.pointee.ob_item[index])!
        let equal = BtObject_RichCompareBool(item, value, BT_EQ)
        Bt_DECREF_(item)
        if equal != 0 { return equal > 0 ? .found(index) : .failed }
        index += 1
    }
    return .missing
}

private func listRemove(_ list: Ref, _ value: Ref) -> Ref? {
    locked(list) {
        switch listFind(list, value) {
        case .found(let index): return listAssignSlice(list, index, index + 1, nil) == 0 ? noneRef : nil
        case .failed: return nil
        case .missing: break
        }
        return raise(BtExc_ValueError, "list.remove(x): x not in list")
    }
}

private func listPop(_ list: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("pop"), count, 0, 1) != 0 else { return nil }
    var index = -1
    if count == 1 {
        guard let given = sizeArgument(args![0]!) else { return nil }
        index = given
    }
    return locked(list) {
        let size = sizeField(list)
        if size == 0 { return raise(BtExc_IndexError, "pop from empty list") }
        if index < 0 { index += size }
        guard index >= 0, index < size else { return raise(BtExc_IndexError, "pop index out of range") }
        let places = list.list.pointee.ob_item!
        let item = places[index]
        memmove(places + index, places + index + 1, (size - index - 1) * MemoryLayout<Ref>.stride)
        guard listResize(list, size - 1) else {
            memmove(places + index + 1, places + index, (size - index - 1) * MemoryLayout<Ref>.stride)
            places[index] = item
            return nil
        }
        return item
    }
}

private func listIndex(_ list: Ref, _ args: Ref) -> Ref? {
    guard let (value, start, stop) = indexArguments(args, count: sizeField(list)) else { return nil }
    return locked(list) {
        switch listFind(list, value, from: start, before: stop) {
        case .found(let index): return BtLong_FromSsize_t(index)
        case .failed: return nil
        case .missing: break
        }
        guard let repr = BtObject_Repr(value) else { return nil }
        defer { Bt_DECREF_(repr) }
        return raise(BtExc_ValueError, "\(swiftString(repr)) is not in list")
    }
}

private func listCount(_ list: Ref, _ value: Ref) -> Ref? {
    locked(list) {
        var (start, count) = (0, 0)
        while true {
            switch listFind(list, value, from: start) {
            case .found(let index): (start, count) = (index + 1, count + 1)
            case .failed: return nil
            case .missing: return BtLong_FromSsize_t(count)
            }
        }
    }
}

func listContains(_ list: Ref, _ value: Ref) -> CInt {
    locked(list) {
        switch listFind(list, value) {
        case .found: return 1
        case .failed: return -1
        case .missing: return 0
        }
    }
}
