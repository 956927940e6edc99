internal import CBaton
internal import CBaton.Host

// Filling a dict from another mapping, from pairs, from arguments.

/// A dict (never of a derived type) with the same items.
func dictCopy(_ dict: Ref) -> Ref? {
    guard let copy = newDict() else { return nil }
    let table = dictTable(dict)
    if dictCount(dict) == 0 { return copy }
    // A dict that lost many items is packed instead of copied.
    if dictCount(dict) >= table.count * 2 / 3 {
        guard let cloned = table.copy() else {
            Bt_DECREF_(copy)
            return nil
        }
        copy.dict.pointee.ma_keys = UnsafeMutableRawPointer(cloned.head)
        copy.dict.pointee.ma_used = dictCount(dict)
        copy.dict.pointee.ma_version = _bt_next_dict_version()
        return copy
    }
    guard dictMergeDict(copy, dict, override: true) == 0 else {
        Bt_DECREF_(copy)
        return nil
    }
    return copy
}

/// Insert all items of a mapping; without `override` those whose key is there are left as they are.
func dictMerge(_ dict: Ref, _ mapping: Ref, override: Bool) -> CInt {
    if isDict(mapping), functionAddress(mapping.type.pointee.tp_iter) == functionAddress(BtDict_Type_().pointee.tp_iter)
    {
        return locked(dict, mapping) { dictMergeDict(dict, mapping, override: override) }
    }
    return dictMergeMapping(dict, mapping, override: override)
}

private func dictMergeDict(_ dict: Ref, _ other: Ref, override: Bool) -> CInt {
    if dict == other || dictCount(other) == 0 { return 0 }
    let expected = dictCount(dict) + dictCount(other)
    if dictTable(dict).head.pointee.free * 3 < dictCount(other) * 2 {
        var log2Size = 3
        while DictTable.usable(log2Size) < expected, log2Size < 58 { log2Size += 1 }
        if !dictResize(dict, log2Size: log2Size) { return -1 }
    }
    let count = dictCount(other)
    var position = 0
    while let entry = dictTable(other).nextEntry(from: position) {
        position = entry + 1
        let item = dictTable(other).entries[entry]
        let (key, value) = (newReference(item.key), newReference(item.value))
        let status = dictPut(dict, key, item.hash, value, override: override)
        Bt_DECREF_(value)
        Bt_DECREF_(key)
        if status < 0 { return -1 }
        if dictCount(other) != count { return raiseStatus(BtExc_RuntimeError, "dict mutated during update") }
    }
    return 0
}

private func dictPut(_ dict: Ref, _ key: Ref, _ hash: Bt_hash_t, _ value: Ref, override: Bool) -> CInt {
    if override { return dictInsert(dict, key, hash, value) }
    let entry = dictFind(dict, key, hash)
    if entry >= 0 { return 0 }
    return entry == dictFailed ? -1 : dictAdd(dict, key, hash, value)
}

private func dictMergeMapping(_ dict: Ref, _ mapping: Ref, override: Bool) -> CInt {
    guard let keys = BtMapping_Keys(mapping) else { return -1 }
    defer { Bt_DECREF_(keys) }
    guard let iterator = BtObject_GetIter(keys) else { return -1 }
    defer { Bt_DECREF_(iterator) }
    while let key = nextItem(iterator) {
        defer { Bt_DECREF_(key) }
        if !override {
            let there = dictContains(dict, key)
            if there < 0 { return -1 }
            if there > 0 { continue }
        }
        guard let value = BtObject_GetItem(mapping, key) else { return -1 }
        let status = BtDict_SetItem(dict, key, value)
        Bt_DECREF_(value)
        if status < 0 { return -1 }
    }
    return errorOccurred() ? -1 : 0
}

/// Insert the items of an iterable of pairs.
func dictMergePairs(_ dict: Ref, _ pairs: Ref, override: Bool) -> CInt {
    guard let iterator = BtObject_GetIter(pairs) else { return -1 }
    defer { Bt_DECREF_(iterator) }
    var number = 0
    while let item = nextItem(iterator) {
        let status = dictMergePair(dict, item, number, override: override)
        Bt_DECREF_(item)
        if status < 0 { return -1 }
        number += 1
    }
    return errorOccurred() ? -1 : 0
}

private func dictMergePair(_ dict: Ref, _ item: Ref, _ number: Int, override: Bool) -> CInt {
    guard let pair = BtSequence_Fast(item, cString("")) else {
        if BtErr_ExceptionMatches(BtExc_TypeError) == 0 { return -1 }
        return raiseStatus(
            BtExc_TypeError, "cannot convert dictionary update sequence element #\(number) to a sequence")
    }
    defer { Bt_DECREF_(pair) }
    guard sizeField(pair) == 2 else {
        return raiseStatus(
            BtExc_ValueError,
            "dictionary update sequence element #\(number) has length \(sizeField(pair)); 2 is required")
    }
    let items: Places = BtSequence_Fast_ITEMS_(pair)
    let (key, value) = (newReference(items[0]!), newReference(items[1]!))
    defer {
        Bt_DECREF_(key)
        Bt_DECREF_(value)
    }
    let hash = keyHash(key)
    if hash == -1 { return -1 }
    return locked(dict) { dictPut(dict, key, hash, value, override: override) }
}

/// What `dict(…)` and `update(…)` do with their arguments.
func dictUpdateFromArguments(_ name: StaticString, _ dict: Ref, _ args: Ref?, _ kwargs: Ref?) -> CInt {
    guard let argument = optionalArgument(name, args, nil) else { return -1 }
    if let argument, dictUpdate(dict, argument) < 0 { return -1 }
    guard let kwargs else { return 0 }
    guard BtArg_ValidateKeywordArguments(kwargs) != 0 else { return -1 }
    return dictMerge(dict, kwargs, override: true)
}

/// Insert the items of a mapping, or of an iterable of pairs.
func dictUpdate(_ dict: Ref, _ argument: Ref) -> CInt {
    if argument.type == BtDict_Type_() { return dictMerge(dict, argument, override: true) }
    let mapping = BtObject_HasAttrStringWithError(argument, cString("keys"))
    if mapping < 0 { return -1 }
    return mapping > 0
        ? dictMerge(dict, argument, override: true) : dictMergePairs(dict, argument, override: true)
}

/// `left | right`.
func dictUnion(_ left: Ref, _ right: Ref) -> Ref? {
    guard isDict(left), isDict(right) else { return notImplementedRef }
    guard let result = locked(left, { dictCopy(left) }) else { return nil }
    guard dictMerge(result, right, override: true) == 0 else {
        Bt_DECREF_(result)
        return nil
    }
    return result
}

/// `left |= right`.
func dictUnionInPlace(_ left: Ref, _ right: Ref) -> Ref? {
    dictUpdate(left, right) == 0 ? Bt_NewRef_(left) : nil
}
