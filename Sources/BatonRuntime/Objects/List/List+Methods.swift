internal import CBaton
internal import Glibc

func listMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
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
    let index = BtNumber_AsSsize_t(args[0], nil)
    if index == -1, errorOccurred() { return nil }
    return locked(list) { listInsert(list, index, args[1]!) } == 0 ? noneRef : nil
}

private func listRemove(_ list: Ref, _ value: Ref) -> Ref? {
    locked(list) {
        var index = 0
        while index < sizeField(list) {
            let item = Bt_NewRef_(list.list.pointee.ob_item[index])!
            let equal = BtObject_RichCompareBool(item, value, BT_EQ)
            Bt_DECREF_(item)
            if equal < 0 { return nil }
            if equal > 0 { return listAssignSlice(list, index, index + 1, nil) == 0 ? noneRef : nil }
            index += 1
        }
        return raise(BtExc_ValueError, "list.remove(x): x not in list")
    }
}

private func listPop(_ list: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("pop"), count, 0, 1) != 0 else { return nil }
    var index = -1
    if count == 1 {
        guard BtIndex_Check(args![0]) != 0 else {
            return raise(
                BtExc_TypeError, "'\(typeName(args![0]!))' object cannot be interpreted as an integer")
        }
        index = BtNumber_AsSsize_t(args![0], BtExc_IndexError)
        if index == -1, errorOccurred() { return nil }
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
        var index = start
        while index < stop, index < sizeField(list) {
            let item = Bt_NewRef_(list.list.pointee.ob_item[index])!
            let equal = BtObject_RichCompareBool(item, value, BT_EQ)
            Bt_DECREF_(item)
            if equal < 0 { return nil }
            if equal > 0 { return BtLong_FromSsize_t(index) }
            index += 1
        }
        guard let repr = BtObject_Repr(value) else { return nil }
        defer { Bt_DECREF_(repr) }
        return raise(BtExc_ValueError, "\(swiftString(repr)) is not in list")
    }
}

private func listCount(_ list: Ref, _ value: Ref) -> Ref? {
    locked(list) {
        var (index, count) = (0, 0)
        while index < sizeField(list) {
            let item = Bt_NewRef_(list.list.pointee.ob_item[index])!
            let equal = BtObject_RichCompareBool(item, value, BT_EQ)
            Bt_DECREF_(item)
            if equal < 0 { return nil }
            count += Int(equal)
            index += 1
        }
        return BtLong_FromSsize_t(count)
    }
}

func listContains(_ list: Ref, _ value: Ref) -> CInt {
    locked(list) {
        var index = 0
        while index < sizeField(list) {
            let item = Bt_NewRef_(list.list.pointee.ob_item[index])!
            let equal = BtObject_RichCompareBool(item, value, BT_EQ)
            Bt_DECREF_(item)
            if equal != 0 { return equal }
            index += 1
        }
        return 0
    }
}
