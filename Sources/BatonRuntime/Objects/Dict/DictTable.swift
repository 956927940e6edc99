internal import CBaton
internal import CBaton.Host
internal import Glibc

/// Whether a table of 2^log2Size places stands in the objects' heap, which is the quicker one for what is small.
@inline(__always)
private func isSmall(_ log2Size: Int) -> Bool { log2Size <= 4 }

@inline(__always)
private func allocateTable(_ size: Int, _ log2Size: Int) -> UnsafeMutableRawPointer? {
    isSmall(log2Size) ? allocate(size, kind: Int(BT_KIND_PLAIN)) : BtMem_Malloc(size)
}

/// The table of a dict: where the lookups happen. It knows no dict; who uses it holds the dict's critical section.
///
/// A key is looked for from `hash & mask` on, by a sequence of places that in the end visits all of them (the recurrence
/// of CPython's dict, so that the upper bits of the hash count too).
struct DictTable {
    let head: UnsafeMutablePointer<BtDictTable_>

    @inline(__always)
    init(_ memory: UnsafeMutableRawPointer) { head = memory.assumingMemoryBound(to: BtDictTable_.self) }

    /// The table of all empty dicts, which has no room and is never written to.
    @inline(__always)
    static var empty: DictTable { DictTable(_bt_empty_dict_table_()!) }

    @inline(__always)
    static func == (left: DictTable, right: DictTable) -> Bool { left.head == right.head }

    @inline(__always)
    static func usable(_ log2Size: Int) -> Int { ((1 << log2Size) << 1) / 3 }

    /// Make an empty table of 2^log2Size places; nil with MemoryError set.
    static func make(log2Size: Int, allStr: Bool) -> DictTable? {
        let log2Width = log2Size < 8 ? 0 : log2Size < 16 ? 1 : log2Size < 32 ? 2 : 3
        guard log2Size < 58 else { return raiseNoMemory() }
        let usable = usable(log2Size)
        let indices = 1 << (log2Size + log2Width)
        let size = MemoryLayout<BtDictTable_>.size + indices + usable * MemoryLayout<BtDictEntry_>.stride
        guard let memory = allocateTable(size, log2Size) else { return raiseNoMemory() }
        let table = DictTable(memory)
        table.head.pointee = BtDictTable_(
            log2_size: UInt8(log2Size), log2_index_bytes: UInt8(log2Width), all_str: allStr ? 1 : 0,
            log2_indices: UInt8(log2Size + log2Width), free: usable, count: 0)
        memset(memory + MemoryLayout<BtDictTable_>.size, 0xFF, indices)
        return table
    }

    func free() {
        if self == .empty { return }
        if isSmall(Int(head.pointee.log2_size)) {
            deallocate(head)
        } else {
            BtMem_Free(head)
        }
    }

    @inline(__always) var mask: Int { (1 &<< Int(head.pointee.log2_size)) - 1 }
    @inline(__always) var count: Int { head.pointee.count }
    @inline(__always) var isAllStr: Bool { head.pointee.all_str != 0 }

    @inline(__always)
    var indices: UnsafeMutableRawPointer { UnsafeMutableRawPointer(head + 1) }

    @inline(__always)
    var entries: UnsafeMutablePointer<BtDictEntry_> {
        let offset = 1 &<< Int(head.pointee.log2_indices)
        return (indices + offset).assumingMemoryBound(to: BtDictEntry_.self)
    }

    /// The place of the value of an entry that is in use.
    @inline(__always)
    func valuePlace(_ entry: Int) -> UnsafeMutablePointer<Ref> {
        // SAFETY: because an entry with a key has a value.
        UnsafeMutableRawPointer(entries + entry).advanced(by: MemoryLayout<BtDictEntry_>.offset(of: \.value)!)
            .assumingMemoryBound(to: Ref.self)
    }

    @inline(__always)
    subscript(index place: Int) -> Int {
        get {
            switch head.pointee.log2_index_bytes {
            case 0: return Int(indices.assumingMemoryBound(to: Int8.self)[place])
            case 1: return Int(indices.assumingMemoryBound(to: Int16.self)[place])
            case 2: return Int(indices.assumingMemoryBound(to: Int32.self)[place])
            default: return indices.assumingMemoryBound(to: Int.self)[place]
            }
        }
        nonmutating set {
            switch head.pointee.log2_index_bytes {
            case 0: indices.assumingMemoryBound(to: Int8.self)[place] = Int8(truncatingIfNeeded: newValue)
            case 1: indices.assumingMemoryBound(to: Int16.self)[place] = Int16(truncatingIfNeeded: newValue)
            case 2: indices.assumingMemoryBound(to: Int32.self)[place] = Int32(truncatingIfNeeded: newValue)
            default: indices.assumingMemoryBound(to: Int.self)[place] = newValue
            }
        }
    }

    /// Follow the places that belong to `hash` until `body` returns a result for the index found there.
    @inline(__always)
    func probe<Result>(_ hash: Bt_hash_t, _ body: (_ place: Int, _ index: Int) -> Result?) -> Result {
        let mask = mask
        var perturb = UInt(bitPattern: hash)
        var place = hash & mask
        while true {
            if let result = body(place, self[index: place]) { return result }
            perturb >>= 5
            place = (place &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
        }
    }

    /// The first empty place for `hash`.
    @inline(__always)
    func emptyPlace(_ hash: Bt_hash_t) -> Int {
        probe(hash) { place, index in index < 0 ? place : nil }
    }

    /// The place whose index is `entry`, which is there.
    func place(ofEntry entry: Int, _ hash: Bt_hash_t) -> Int {
        probe(hash) { place, index in index == entry ? place : nil }
    }

    /// Add an entry for a key that is not there; room has been made. References are taken over.
    @inline(__always)
    func add(_ hash: Bt_hash_t, _ key: Ref, _ value: Ref) {
        let entry = head.pointee.count
        self[index: emptyPlace(hash)] = entry
        entries[entry] = BtDictEntry_(hash: hash, key: key, value: value)
        head.pointee.count = entry + 1
        head.pointee.free -= 1
    }

    /// Move all entries in use to the empty table `target`, in order.
    func move(to target: DictTable) {
        let source = entries
        let destination = target.entries
        var added = 0
        for entry in 0..<count where source[entry].key != nil {
            destination[added] = source[entry]
            target[index: target.emptyPlace(source[entry].hash)] = added
            added += 1
        }
        target.head.pointee.count = added
        target.head.pointee.free -= added
    }

    /// A copy of the table, with references taken; nil with MemoryError set.
    func copy() -> DictTable? {
        let usable = DictTable.usable(Int(head.pointee.log2_size))
        let size = UnsafeRawPointer(entries + usable) - UnsafeRawPointer(head)
        guard let memory = allocateTable(size, Int(head.pointee.log2_size)) else { return raiseNoMemory() }
        memcpy(memory, head, UnsafeRawPointer(entries + count) - UnsafeRawPointer(head))
        let result = DictTable(memory)
        for entry in 0..<count {
            Bt_XINCREF_(result.entries[entry].key)
            Bt_XINCREF_(result.entries[entry].value)
        }
        return result
    }

    /// Drop all references and free the table, which no dict has any more.
    func dropAll() {
        if self == .empty { return }
        let entries = entries
        for entry in 0..<count where entries[entry].key != nil {
            Bt_DECREF_(entries[entry].key)
            Bt_XDECREF_(entries[entry].value)
        }
        free()
    }
}
