internal import CBaton
internal import CBaton.Host
internal import Glibc

// Finding, inserting and removing keys. All run in the dict's critical section.

/// Where a key is: the number of an entry, or one of these.
let dictMissing = -1
let dictFailed = -2

/// The hash of a key: -1 with an exception set.
@inline(__always)
func keyHash(_ key: Ref) -> Bt_hash_t {
    if key.type == BtUnicode_Type_() {
        let hash = key.as(BtASCIIObject.self).pointee.hash
        if hash != -1 { return hash }
    }
    return BtObject_Hash(key)
}

/// Whether two strings, both exactly str, have the same characters.
@inline(__always)
func sameText(_ left: Ref, _ right: Ref) -> Bool {
    let (first, second) = (left.as(BtASCIIObject.self), right.as(BtASCIIObject.self))
    return first.pointee.length == second.pointee.length && first.pointee.kind == second.pointee.kind
        && memcmp(BtUnicode_DATA_(left), BtUnicode_DATA_(right), first.pointee.length * Int(first.pointee.kind)) == 0
}

/// Find the entry of a key: its number, dictMissing, or dictFailed with an exception set.
@inline(__always)
func dictFind(_ dict: Ref, _ key: Ref, _ hash: Bt_hash_t) -> Int {
    let table = dictTable(dict)
    if table.isAllStr, key.type == BtUnicode_Type_() { return dictFindStr(table, key, hash) }
    return dictFindAny(dict, key, hash)
}

/// Find a str among keys that are all str: no code of others runs.
private func dictFindStr(_ table: DictTable, _ key: Ref, _ hash: Bt_hash_t) -> Int {
    let entries = table.entries
    return table.probe(hash) { _, index in
        if index >= 0 {
            let entry = entries + index
            if entry.pointee.key == key || (entry.pointee.hash == hash && sameText(entry.pointee.key, key)) {
                return index
            }
        } else if index == Int(BT_DICT_EMPTY_) {
            return dictMissing
        }
        return nil
    }
}

/// Find any key. A comparison may run any code; if that changed what was being looked at, look again (R6).
private func dictFindAny(_ dict: Ref, _ key: Ref, _ hash: Bt_hash_t) -> Int {
    let again = -3
    var found = again
    while found == again {
        let table = dictTable(dict)
        found = table.probe(hash) { _, index in
            if index < 0 { return index == Int(BT_DICT_EMPTY_) ? dictMissing : nil }
            let entry = table.entries[index]
            if entry.key == key { return index }
            if entry.hash != hash { return nil }
            let candidate = Bt_NewRef_(entry.key)!
            let equal = BtObject_RichCompareBool(candidate, key, BT_EQ)
            // Read the table only if it is still the dict's, and the entry only if there still is one.
            let same = dictTable(dict) == table && index < table.count && table.entries[index].key == candidate
            Bt_DECREF_(candidate)
            if equal < 0 { return dictFailed }
            if !same { return again }
            return equal > 0 ? index : nil
        }
    }
    return found
}

/// Insert a key that was found to be missing; references are taken. -1 with MemoryError set.
func dictAdd(_ dict: Ref, _ key: Ref, _ hash: Bt_hash_t, _ value: Ref) -> CInt {
    if dictTable(dict).head.pointee.free <= 0, !dictGrow(dict) { return -1 }
    let table = dictTable(dict)
    if table.isAllStr, key.type != BtUnicode_Type_() { table.head.pointee.all_str = 0 }
    table.add(hash, Bt_NewRef_(key), Bt_NewRef_(value))
    dict.dict.pointee.ma_used += 1
    dict.dict.pointee.ma_version = _bt_next_dict_version()
    return 0
}

/// Set the value of a key; references are taken. -1 with an exception set.
func dictInsert(_ dict: Ref, _ key: Ref, _ hash: Bt_hash_t, _ value: Ref) -> CInt {
    let entry = dictFind(dict, key, hash)
    if entry >= 0 {
        let place = dictTable(dict).entries + entry
        let old = place.pointee.value
        place.pointee.value = Bt_NewRef_(value)
        Bt_XDECREF_(old)
        return 0
    }
    return entry == dictFailed ? -1 : dictAdd(dict, key, hash, value)
}

/// Remove an entry; its references go to the caller.
func dictRemove(_ dict: Ref, entry: Int) -> (key: Ref, value: Ref) {
    let table = dictTable(dict)
    let removed = table.entries[entry]
    table[index: table.place(ofEntry: entry, removed.hash)] = Int(BT_DICT_REMOVED_)
    table.entries[entry].key = nil
    table.entries[entry].value = nil
    dict.dict.pointee.ma_used -= 1
    dict.dict.pointee.ma_version = _bt_next_dict_version()
    return (removed.key, removed.value)
}

/// The value of a key, borrowed; nil without an exception if it is missing, with one if the search failed.
func dictGet(_ dict: Ref, _ key: Ref, _ hash: Bt_hash_t) -> Ref? {
    let entry = dictFind(dict, key, hash)
    return entry >= 0 ? dictTable(dict).entries[entry].value : nil
}

/// Raise KeyError with the key as its argument.
func raiseKeyError<T>(_ key: Ref) -> T? {
    // A tuple is wrapped, or its items would become the arguments.
    guard let args = makeTuple(key) else { return nil }
    BtErr_SetObject(BtExc_KeyError, args)
    Bt_DECREF_(args)
    return nil
}
