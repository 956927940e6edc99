internal import CBaton
internal import CBaton.Host

func dictMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        classGetItemMethod,
        method(
            "__contains__", BT_METH_O | BT_METH_COEXIST,
            doc: "True if the dictionary has the specified key, else False."
        ) {
            let status = dictContains($0!, $1!)
            return status < 0 ? nil : boolRef(status != 0)
        },
        method("__getitem__", BT_METH_O | BT_METH_COEXIST, doc: "Return self[key].") { dictSubscript($0!, $1!) },
        fastMethod("get", doc: "Return the value for key if key is in the dictionary, else default.") {
            dictGetMethod($0!, $1, $2)
        },
        fastMethod("setdefault", doc: "Insert key with a value of default if key is not in the dictionary.") {
            dictSetDefaultMethod($0!, $1, $2)
        },
        fastMethod("pop", doc: "Remove the specified key and return the corresponding value.") {
            dictPopMethod($0!, $1, $2)
        },
        method(
            "popitem", BT_METH_NOARGS, doc: "Remove and return a (key, value) pair as a 2-tuple, the last inserted one."
        ) {
            dict, _ in dictPopItem(dict!)
        },
        method("keys", BT_METH_NOARGS, doc: "Return a set-like object providing a view on the dict's keys.") {
            dict, _ in
            makeDictView(BtDictKeys_Type_(), of: dict!)
        },
        method("values", BT_METH_NOARGS, doc: "Return an object providing a view on the dict's values.") { dict, _ in
            makeDictView(BtDictValues_Type_(), of: dict!)
        },
        method("items", BT_METH_NOARGS, doc: "Return a set-like object providing a view on the dict's items.") {
            dict, _ in
            makeDictView(BtDictItems_Type_(), of: dict!)
        },
        keywordMethod(
            "update", doc: "Update the dictionary from a mapping or an iterable of pairs, then from keywords."
        ) {
            dictUpdateFromArguments("update", $0!, $1, $2) == 0 ? noneRef : nil
        },
        method("clear", BT_METH_NOARGS, doc: "Remove all items from the dict.") { dict, _ in
            locked(dict!) { dictClear(dict!) }
            return noneRef
        },
        method("copy", BT_METH_NOARGS, doc: "Return a shallow copy of the dict.") { dict, _ in
            locked(dict!) { dictCopy(dict!) }
        },
        fastMethod(
            "fromkeys", BT_METH_FASTCALL | BT_METH_CLASS,
            doc: "Create a new dictionary with keys from iterable and values set to value."
        ) { dictFromKeys($0!, $1, $2) },
        method("__reversed__", BT_METH_NOARGS, doc: "Return a reverse iterator over the dict keys.") { dict, _ in
            makeDictIterator(BtDictRevIterKey_Type_(), over: dict!)
        },
        method("__sizeof__", BT_METH_NOARGS, doc: "Return the size of the dict in memory.") { dict, _ in
            let table = dictTable(dict!)
            let usable = DictTable.usable(Int(table.head.pointee.log2_size))
            let bytes = table == .empty ? 0 : UnsafeRawPointer(table.entries + usable) - UnsafeRawPointer(table.head)
            return BtLong_FromSsize_t(dict!.type.pointee.tp_basicsize + bytes)
        },
    ])
}

private func dictGetMethod(_ dict: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("get"), count, 1, 2) != 0 else { return nil }
    var value: Ref?
    if BtDict_GetItemRef(dict, args![0], &value) < 0 { return nil }
    return value ?? (count > 1 ? Bt_NewRef_(args![1]) : noneRef)
}

private func dictSetDefaultMethod(_ dict: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("setdefault"), count, 1, 2) != 0 else { return nil }
    var value: Ref?
    return BtDict_SetDefaultRef(dict, args![0], count > 1 ? args![1] : noneRef, &value) < 0 ? nil : value
}

private func dictPopMethod(_ dict: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("pop"), count, 1, 2) != 0 else { return nil }
    return _BtDict_Pop(dict, args![0], count > 1 ? args![1] : nil)
}

/// Remove a key and give its value to `result`, if that is wanted: 1, 0 if it is missing, or -1.
func dictPop(_ dict: Ref, _ key: Ref, _ result: UnsafeMutablePointer<Ref?>?) -> CInt {
    if dictCount(dict) == 0 { return 0 }
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) {
        let entry = dictFind(dict, key, hash)
        if entry < 0 { return entry == dictFailed ? -1 : 0 }
        let removed = dictRemove(dict, entry: entry)
        if let result { result.pointee = removed.value } else { Bt_DECREF_(removed.value) }
        Bt_DECREF_(removed.key)
        return 1
    }
}

/// Remove a key; KeyError if it is missing.
func dictDelete(_ dict: Ref, _ key: Ref) -> CInt {
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) {
        let entry = dictFind(dict, key, hash)
        if entry == dictFailed { return -1 }
        if entry < 0 { return raiseKeyError(key) ?? -1 }
        let removed = dictRemove(dict, entry: entry)
        Bt_DECREF_(removed.key)
        Bt_DECREF_(removed.value)
        return 0
    }
}

private func dictPopItem(_ dict: Ref) -> Ref? {
    locked(dict) {
        guard dictCount(dict) > 0 else { return raise(BtExc_KeyError, "popitem(): dictionary is empty") }
        guard let pair = newTuple(2) else { return nil }
        let table = dictTable(dict)
        var entry = table.count - 1
        while table.entries[entry].key == nil { entry -= 1 }
        let removed = dictRemove(dict, entry: entry)
        // The entries behind the last one in use can be filled again.
        table.head.pointee.count = entry
        _bt_tuple_items(pair)[0] = removed.key
        _bt_tuple_items(pair)[1] = removed.value
        return pair
    }
}

func dictContains(_ dict: Ref, _ key: Ref) -> CInt {
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) {
        let entry = dictFind(dict, key, hash)
        return entry >= 0 ? 1 : entry == dictFailed ? -1 : 0
    }
}

/// `dict[key]`; a derived type is asked for `__missing__`.
func dictSubscript(_ dict: Ref, _ key: Ref) -> Ref? {
    var value: Ref?
    let status = BtDict_GetItemRef(dict, key, &value)
    if status != 0 { return value }
    guard dict.type != BtDict_Type_() else { return raiseKeyError(key) }
    var missing: Ref?
    let found = BtObject_GetOptionalAttrString(dict.type.ref, cString("__missing__"), &missing)
    if found < 0 { return nil }
    guard let missing else { return raiseKeyError(key) }
    defer { Bt_DECREF_(missing) }
    guard let args = makeTuple(dict, key) else { return nil }
    defer { Bt_DECREF_(args) }
    return BtObject_Call(missing, args, nil)
}

func dictAssignSubscript(_ dict: Ref, _ key: Ref, _ value: Ref?) -> CInt {
    guard let value else { return dictDelete(dict, key) }
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) { dictInsert(dict, key, hash, value) }
}

private func dictFromKeys(_ type: Ref, _ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("fromkeys"), count, 1, 2) != 0 else { return nil }
    let value = count > 1 ? args![1]! : noneRef
    guard let dict = BtObject_CallNoArgs(type) else { return nil }
    guard dictFill(dict, from: args![0]!, value) else {
        Bt_DECREF_(dict)
        return nil
    }
    return dict
}

private func dictFill(_ dict: Ref, from iterable: Ref, _ value: Ref) -> Bool {
    guard let iterator = BtObject_GetIter(iterable) else { return false }
    defer { Bt_DECREF_(iterator) }
    let exact = dict.type == BtDict_Type_()
    while let key = nextItem(iterator) {
        let status = exact ? BtDict_SetItem(dict, key, value) : BtObject_SetItem(dict, key, value)
        Bt_DECREF_(key)
        if status < 0 { return false }
    }
    return !errorOccurred()
}
