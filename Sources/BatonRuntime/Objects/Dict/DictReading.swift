internal import CBaton
internal import CBaton.Host

// The whole of a dict: lists of its parts, text, comparison.

extension DictTable {
    /// The first entry in use from `position` on, or nil.
    @inline(__always)
    func nextEntry(from position: Int) -> Int? {
        let entries = entries
        var entry = position
        while entry < count {
            if entries[entry].key != nil { return entry }
            entry += 1
        }
        return nil
    }
}

/// A list of what `part` makes of each entry: a new reference, or nil with an exception set.
func dictList(_ dict: Ref, _ part: (BtDictEntry_) -> Ref?) -> Ref? {
    locked(dict) {
        // Making parts may collect garbage, which may run any code: start again if the dict changed meanwhile.
        while true {
            let count = dictCount(dict)
            guard let list = newList(count) else { return nil }
            var (filled, position) = (0, 0)
            while dictCount(dict) == count, filled < count, let entry = dictTable(dict).nextEntry(from: position) {
                guard let item = part(dictTable(dict).entries[entry]) else {
                    Bt_DECREF_(list)
                    return nil
                }
                list.list.pointee.ob_item[filled] = item
                filled += 1
                position = entry + 1
            }
            if filled == count, dictCount(dict) == count { return list }
            Bt_DECREF_(list)
        }
    }
}

/// The item at or after a position: references to its key and value.
func dictItem(_ dict: Ref, _ position: inout Int) -> (key: Ref, value: Ref)? {
    locked(dict) {
        let table = dictTable(dict)
        guard let entry = table.nextEntry(from: position) else { return nil }
        position = entry + 1
        return (newReference(table.entries[entry].key), newReference(table.entries[entry].value))
    }
}

func dictRepr(_ dict: Ref) -> Ref? {
    if dictCount(dict) == 0 { return BtUnicode_FromString(cString("{}")) }
    var position = 0
    return containerRepr(dict, open: "{", close: "}", recursive: "{...}") { writer, number in
        guard let (key, value) = dictItem(dict, &position) else { return 0 }
        defer { Bt_DECREF_(value) }
        if writeRepr(writer, number, stealing: key) < 0 { return -1 }
        guard writeText(writer, ": ") else { return -1 }
        return BtUnicodeWriter_WriteRepr(writer, value) == 0 ? 1 : -1
    }
}

func dictCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard isDict(left), isDict(right), operation == BT_EQ || operation == BT_NE else { return notImplementedRef }
    let equal = locked(left, right) { dictsEqual(left, right) }
    if equal < 0 { return nil }
    return boolRef((equal > 0) == (operation == BT_EQ))
}

private func dictsEqual(_ left: Ref, _ right: Ref) -> CInt {
    if dictCount(left) != dictCount(right) { return 0 }
    var position = 0
    while let entry = dictTable(left).nextEntry(from: position) {
        position = entry + 1
        let item = dictTable(left).entries[entry]
        let (key, value) = (newReference(item.key), newReference(item.value))
        defer {
            Bt_DECREF_(key)
            Bt_DECREF_(value)
        }
        let other = dictFind(right, key, item.hash)
        if other < 0 { return other == dictFailed ? -1 : 0 }
        let otherValue = newReference(dictTable(right).entries[other].value)
        let equal = BtObject_RichCompareBool(value, otherValue, BT_EQ)
        Bt_DECREF_(otherValue)
        if equal <= 0 { return equal }
    }
    return 1
}
