internal import CBaton
internal import CBaton.Host
internal import Glibc

/// The objects that a collection looks at: those of the young generations, then those among them that nothing reaches.
///
/// Nothing here runs code but tp_traverse, or makes or frees an object: the counts are taken apart meanwhile
/// (host_collector.h). All that the collector needs is in memory of malloc that grows before the counts are touched.
struct CollectedObjects {
    private let list: RawList
    private let items: UnsafeMutablePointer<Ref>
    /// The objects that are reachable, and whose references have not been followed. Every object is in it once at most.
    private let pending: UnsafeMutablePointer<Ref>
    private(set) var count: Int

    subscript(index: Int) -> Ref { items[index] }

    /// The tracked objects of a generation and younger ones, their counts open. Nil: no memory.
    init?(_ generation: Int) {
        var list = RawList()
        let heap = _bt_shared_heap_()
        forEachPage(in: heap, kind: Int(BT_KIND_COLLECTED)) { page in
            gather(page, generation, heap, &list)
        }
        guard !list.hasFailed, let items = list.items,
            let pending = malloc(max(list.count, 1) * MemoryLayout<Ref>.stride)
        else {
            for index in 0..<list.count { Self.letGo(list.items![index], flag: true) }
            list.free()
            return nil
        }
        self.list = list
        self.items = items
        self.pending = pending.assumingMemoryBound(to: Ref.self)
        count = list.count
    }

    func free() {
        RawList.free(pending, count: list.count)
        list.free()
    }

    /// Keep the objects that are reachable by none but each other, each held once more; the others become older.
    mutating func keepUnreachable(_ generation: Int) {
        separate()
        let target = UInt8(min(generation + 1, Collector.oldest)) << UInt8(BT_GENERATION_SHIFT)
        var kept = 0
        for index in 0..<count {
            let object = items[index]
            object.pointee.ob_flags = object.pointee.ob_flags & ~UInt8(BT_FLAG_GENERATION) | target
            guard object.pointee.ob_flags & UInt8(BT_FLAG_COLLECTING) != 0 else { continue }
            Self.letGo(object, flag: false)
            Bt_INCREF_(object)
            items[kept] = object
            kept += 1
        }
        let collector = _bt_collector_()
        if generation == Collector.oldest {
            collector.pointee.long_lived = count - kept
            collector.pointee.long_lived_pending = 0
        } else if generation == Collector.oldest - 1 {
            collector.pointee.long_lived_pending += count - kept
        }
        count = kept
    }

    /// Finalizers have run: let go of the objects that they have made reachable again, and of what those reach.
    mutating func keepDead() {
        for index in 0..<count where _bt_counts_open(items[index], 1) == 0 {
            // It has become immortal.
            items[index].pointee.ob_flags &= ~UInt8(BT_FLAG_COLLECTING)
        }
        separate()
        var kept = 0
        var alive = 0
        for index in 0..<count {
            let object = items[index]
            if object.pointee.ob_flags & UInt8(BT_FLAG_COLLECTING) != 0 {
                Self.letGo(object, flag: false)
                items[kept] = object
                kept += 1
            } else {
                pending[alive] = object
                alive += 1
            }
        }
        count = kept
        // Last: it may run code.
        for index in 0..<alive { Bt_DECREF_(pending[index]) }
    }

    // MARK: Trial deletion

    /// Take the flag from all objects that are reachable from outside.
    private func separate() {
        for index in 0..<count {
            let object = items[index]
            guard object.pointee.ob_flags & UInt8(BT_FLAG_COLLECTING) != 0 else { continue }
            _ = object.type.pointee.tp_traverse?(object, accountFor, nil)
        }
        var reached = Reached(pending: pending)
        for index in 0..<count {
            let object = items[index]
            if object.pointee.ob_flags & UInt8(BT_FLAG_COLLECTING) != 0, _bt_counts_left(object) > 0 {
                reached.add(object)
                reached.followAll()
            }
        }
    }

    /// Close the counts of an object.
    private static func letGo(_ object: Ref, flag: Bool) {
        _bt_counts_close(object)
        if flag { object.pointee.ob_flags &= ~UInt8(BT_FLAG_COLLECTING) }
    }
}

/// Reachable objects whose references have not been followed.
private struct Reached {
    let pending: UnsafeMutablePointer<Ref>
    var count = 0

    init(pending: UnsafeMutablePointer<Ref>) { self.pending = pending }

    mutating func add(_ object: Ref) {
        _bt_counts_close(object)
        object.pointee.ob_flags &= ~UInt8(BT_FLAG_COLLECTING)
        pending[count] = object
        count += 1
    }

    mutating func followAll() {
        while count > 0 {
            count -= 1
            let object = pending[count]
            _ = object.type.pointee.tp_traverse?(object, reach, &self)
        }
    }
}

/// Visit a reference from an object that is looked at: it is accounted for.
private let accountFor: visitproc = { object, _ in
    if _bt_counts_subtract(object) < 0 { _bt_collector_().pointee.excess += 1 }
    return 0
}

/// Visit a reference from a reachable object.
private let reach: visitproc = { object, context in
    guard object!.pointee.ob_flags & UInt8(BT_FLAG_COLLECTING) != 0 else { return 0 }
    context!.assumingMemoryBound(to: Reached.self).pointee.add(object!)
    return 0
}

/// Add the objects of a page to `list`, their counts open, if it may have some of a generation and younger ones.
private func gather(_ page: PageRef, _ generation: Int, _ heap: HeapRef, _ list: inout RawList) {
    let looked = UInt8((1 << (generation + 1)) - 1)
    guard generation == Collector.oldest || page.pointee.generations & looked != 0 else { return }
    let before = list.count
    forEachObject(in: page) { object in
        let flags = object.pointee.ob_flags
        guard flags & UInt8(BT_FLAG_TRACKED) != 0, Int(flags >> UInt8(BT_GENERATION_SHIFT)) <= generation,
            _bt_counts_open(object, 0) != 0
        else { return }
        if !list.append(object) {
            _bt_counts_close(object)
            object.pointee.ob_flags &= ~UInt8(BT_FLAG_COLLECTING)
        }
    }
    // What is found grows older; the heap may go on to make objects here.
    var generations = page.pointee.generations & ~looked
    if list.count != before, generation + 1 < Collector.oldest { generations |= 1 << UInt8(generation + 1) }
    let sizeClass = Int(page.pointee.size_class)
    if sizeClass != 0, _bt_heap_current(heap, Int(BT_KIND_COLLECTED), sizeClass).pointee == page { generations |= 1 }
    page.pointee.generations = generations
}
