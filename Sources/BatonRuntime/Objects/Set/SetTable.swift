internal import CBaton
internal import CBaton.Host
internal import Glibc

// The hash table of a set: lookups, insertion, growth. All run in the set's critical section.
//
// A place is looked for from `hash & mask` on: a few neighbours first, which share a cache line, then a jump that mixes
// in more of the hash. The order is CPython's, so that a set of equal hashes is walked in the same order.

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as a set.
    @inline(__always)
    var set: UnsafeMutablePointer<BtSetObject> { self.as(BtSetObject.self) }
}

typealias SetPlace = UnsafeMutablePointer<BtSetEntry_>

@inline(__always)
var setDummy: Ref { _bt_set_dummy_() }

/// The number of items of a set.
@inline(__always)
func setCount(_ set: Ref) -> Int { set.set.pointee.used }

/// Follow the places that belong to `hash` until `body` returns a result for one.
@inline(__always)
private func probe<Result>(_ table: SetPlace, _ mask: Int, _ hash: Bt_hash_t, _ body: (SetPlace) -> Result?) -> Result {
    let neighbours = 9
    var perturb = UInt(bitPattern: hash)
    var index = hash & mask
    while true {
        for place in index...(index + neighbours <= mask ? index + neighbours : index) {
            if let result = body(table + place) { return result }
        }
        perturb >>= 5
        index = (index &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
}

/// What a search in a set gives.
enum SetSearch {
    case found(SetPlace)
    /// Not there; this place takes it: a removed one on the way, or else the first free one.
    case free(SetPlace)
    /// An exception is set.
    case failed
}

/// Find an item. A comparison may run any code; if that changed what was being looked at, look again (R6).
@inline(__always)
func setFind(_ set: Ref, _ key: Ref, _ hash: Bt_hash_t) -> SetSearch {
    // Most searches end at the first place.
    let first = set.set.pointee.table + (hash & set.set.pointee.mask)
    if first.pointee.key == key { return .found(first) }
    if first.pointee.key == nil { return .free(first) }
    return setFindOn(set, key, hash)
}

private func setFindOn(_ set: Ref, _ key: Ref, _ hash: Bt_hash_t) -> SetSearch {
    let isText = key.type == BtUnicode_Type_()
    while true {
        let table = set.set.pointee.table!
        let mask = set.set.pointee.mask
        var removed: SetPlace?
        let result: SetSearch? = probe(table, mask, hash) { place -> SetSearch?? in
            guard let found = place.pointee.key else {
                // What a comparison ran may have filled it.
                if let removed, removed.pointee.key == setDummy { return .some(.free(removed)) }
                return .some(.free(place))
            }
            if found == key { return .some(.found(place)) }
            if found == setDummy {
                // The last one counts, for CPython's order.
                removed = place
                return nil
            }
            guard place.pointee.hash == hash else { return nil }
            if isText, found.type == BtUnicode_Type_() {
                return sameText(found, key) ? .some(.found(place)) : nil
            }
            Bt_INCREF_(found)
            let equal = BtObject_RichCompareBool(found, key, BT_EQ)
            let same = set.set.pointee.table == table && set.set.pointee.mask == mask && place.pointee.key == found
            Bt_DECREF_(found)
            if equal < 0 { return .some(.failed) }
            if !same { return .some(nil) }
            return equal > 0 ? .some(.found(place)) : nil
        }
        if let result { return result }
    }
}

/// Add an item; a reference is taken. 1 if it was added, 0 if it was there, -1 with an exception set.
func setAdd(_ set: Ref, _ key: Ref, _ hash: Bt_hash_t) -> CInt {
    // Held during the search, whose comparisons may run any code.
    Bt_INCREF_(key)
    switch setFind(set, key, hash) {
    case .found:
        Bt_DECREF_(key)
        return 0
    case .failed:
        Bt_DECREF_(key)
        return -1
    case .free(let place):
        let wasRemoved = place.pointee.key != nil
        place.pointee = BtSetEntry_(key: key, hash: hash)
        set.set.pointee.used += 1
        if wasRemoved { return 1 }
        set.set.pointee.fill += 1
        if set.set.pointee.fill * 5 < set.set.pointee.mask * 3 { return 1 }
        let used = set.set.pointee.used
        return setResize(set, atLeast: used > 50_000 ? used * 2 : used * 4) ? 1 : -1
    }
}

/// Put an item, whose reference is taken over, into a table that has it not and has no removed places.
@inline(__always)
private func insertClean(_ table: SetPlace, _ mask: Int, _ key: Ref, _ hash: Bt_hash_t) {
    probe(table, mask, hash) { place -> Void? in
        guard place.pointee.key == nil else { return nil }
        place.pointee = BtSetEntry_(key: key, hash: hash)
        return ()
    }
}

/// Move to a table with more than `wanted` places. False with MemoryError set; the set is unchanged.
func setResize(_ set: Ref, atLeast wanted: Int) -> Bool {
    var places = Int(BT_SET_MINSIZE_)
    while places <= wanted, places < 1 << 58 { places <<= 1 }
    let fields = set.set
    let small = _bt_set_smalltable(set)!
    let oldTable = fields.pointee.table!
    let oldMask = fields.pointee.mask
    // The small table may be both source and target.
    return withUnsafeTemporaryAllocation(of: BtSetEntry_.self, capacity: Int(BT_SET_MINSIZE_)) { kept in
        var source = oldTable
        if oldTable == small {
            kept.baseAddress!.update(from: small, count: Int(BT_SET_MINSIZE_))
            source = kept.baseAddress!
        }
        let table: SetPlace
        if places == Int(BT_SET_MINSIZE_) {
            table = small
            memset(table, 0, places * MemoryLayout<BtSetEntry_>.stride)
        } else {
            guard let memory = BtMem_Calloc(places, MemoryLayout<BtSetEntry_>.stride) else {
                BtErr_NoMemory()
                return false
            }
            table = memory.assumingMemoryBound(to: BtSetEntry_.self)
        }
        for index in 0...oldMask {
            if let key = source[index].key, key != setDummy { insertClean(table, places - 1, key, source[index].hash) }
        }
        fields.pointee.table = table
        fields.pointee.mask = places - 1
        fields.pointee.fill = fields.pointee.used
        if oldTable != small { BtMem_Free(oldTable) }
        return true
    }
}

/// Remove the item at a place; its reference goes to the caller.
func setRemove(_ set: Ref, at place: SetPlace) -> Ref {
    let key = place.pointee.key!
    place.pointee = BtSetEntry_(key: setDummy, hash: -1)
    set.set.pointee.used -= 1
    return key
}

/// Make a set empty without dropping anything.
func setEmptyTable(_ set: Ref) {
    let small = _bt_set_smalltable(set)!
    memset(small, 0, Int(BT_SET_MINSIZE_) * MemoryLayout<BtSetEntry_>.stride)
    set.set.pointee.table = small
    set.set.pointee.mask = Int(BT_SET_MINSIZE_) - 1
    set.set.pointee.fill = 0
    set.set.pointee.used = 0
    set.set.pointee.hash = -1
}

/// Remove all items.
func setClear(_ set: Ref) {
    let fields = set.set
    if fields.pointee.fill == 0 { return }
    let places = fields.pointee.mask + 1
    // Emptied before anything is dropped: that may run any code, which then sees a whole set.
    withUnsafeTemporaryAllocation(of: BtSetEntry_.self, capacity: Int(BT_SET_MINSIZE_)) { kept in
        let table = fields.pointee.table!
        let small = table == _bt_set_smalltable(set)!
        if small { kept.baseAddress!.update(from: table, count: places) }
        setEmptyTable(set)
        let source = small ? kept.baseAddress! : table
        for index in 0..<places {
            if let key = source[index].key, key != setDummy { Bt_DECREF_(key) }
        }
        if !small { BtMem_Free(table) }
    }
}

/// The place of the first item from `position` on, and the position after it; nil if there is none.
@inline(__always)
func setNext(_ set: Ref, _ position: inout Int) -> SetPlace? {
    let table = set.set.pointee.table!
    while position <= set.set.pointee.mask {
        let place = table + position
        position += 1
        if let key = place.pointee.key, key != setDummy { return place }
    }
    return nil
}

/// Add all items of another set; references are taken. -1 with an exception set.
func setMerge(_ set: Ref, _ other: Ref) -> CInt {
    if set == other || setCount(other) == 0 { return 0 }
    let fields = set.set
    let mask = other.set.pointee.mask
    if (fields.pointee.fill + setCount(other)) * 5 >= fields.pointee.mask * 3,
        !setResize(set, atLeast: (fields.pointee.used + setCount(other)) * 2)
    {
        return -1
    }
    var position = 0
    if fields.pointee.fill == 0 {
        // Nothing is compared: what comes out of a set is distinct.
        let clean = fields.pointee.mask == mask && other.set.pointee.fill == setCount(other)
        let table = other.set.pointee.table!
        while let place = setNext(other, &position) {
            let key = newReference(place.pointee.key)
            if clean {
                fields.pointee.table[place - table] = BtSetEntry_(key: key, hash: place.pointee.hash)
            } else {
                insertClean(fields.pointee.table, fields.pointee.mask, key, place.pointee.hash)
            }
        }
        fields.pointee.fill = setCount(other)
        fields.pointee.used = setCount(other)
        return 0
    }
    while let place = setNext(other, &position) {
        if setAdd(set, place.pointee.key, place.pointee.hash) < 0 { return -1 }
    }
    return 0
}
