internal import CBaton
internal import CBaton.Host

// The collector of cycles: trial deletion, as CPython's (Modules/gcmodule.c) does it, by a walk over the heap's pages, as
// PEP 703 does it. Objects have no header for it: which are young is told by two bits of their flags, and where to look
// for young ones by a mark that a page gets when the heap begins to hand out its slots. Counting objects made costs
// nothing but on the heap's slow path, where a page runs out of slots.
//
// A collection has two parts. The first (CollectedObjects.swift) finds the unreachable objects; it runs no code but
// tp_traverse, makes and frees no object. The second, below, ends them, and may run any code.
//
// Who may collect. In the locked mode whoever is attached: at a safe point when the heap has asked, or by a call. In the
// free-threaded mode a thread that is the only one with a thread state, and by a call alone.

typealias CollectorRef = UnsafeMutablePointer<BtCollector_>

enum Collector {
    static var oldest: Int { Int(BT_GENERATIONS) - 1 }

    /// Note that the heap has handed out so many slots for objects that may be in cycles.
    static func count(made: Int) {
        let count = _bt_collector_counts()!
        count[0] += made
        let threshold = _bt_collector_thresholds()![0]
        if threshold > 0, count[0] > threshold, _bt_collector_().pointee.is_enabled != 0 { _bt_ask_for_collection() }
    }

    /// Collect at a safe point the oldest generation that is due.
    ///
    /// - Lock: attached; may switch threads and run any code.
    static func collectIfDue() {
        let collector = _bt_collector_()
        let (count, threshold) = (_bt_collector_counts()!, _bt_collector_thresholds()!)
        // Below a deallocator the stack may be deep, and what it frees is half gone.
        guard collector.pointee.is_enabled != 0, _bt_current_thread().pointee.dealloc_depth == 0 else { return }
        guard threshold[0] > 0, count[0] > threshold[0] else { return }
        var generation = oldest
        while generation > 0 {
            let isDue = count[generation] > threshold[generation]
            // A look at all objects pays when many have joined them: then its cost stays proportional to theirs.
            let pays = generation < oldest || collector.pointee.long_lived_pending >= collector.pointee.long_lived / 4
            if isDue, pays { break }
            generation -= 1
        }
        _ = collect(generation)
    }

    /// Free the cycles among the objects of a generation and the younger ones that nothing else reaches.
    ///
    /// - Lock: attached; may switch threads and run any code.
    /// - Returns: how many unreachable objects were found; 0 if this thread may not collect now.
    static func collect(_ generation: Int) -> Int {
        let collector = _bt_collector_()
        guard collector.pointee.is_collecting == 0, mayCollect() else { return 0 }
        collector.pointee.is_collecting = 1
        let error = BtErr_GetRaisedException()
        callBack("start", generation, 0)
        let found = collectAlone(generation)
        callBack("stop", generation, found)
        BtErr_SetRaisedException(error)
        collector.pointee.is_collecting = 0
        return found
    }

    private static func mayCollect() -> Bool {
        _bt_current_thread().pointee.free_threaded == 0 || _bt_is_only_thread() != 0
    }

    private static func collectAlone(_ generation: Int) -> Int {
        let count = _bt_collector_counts()!
        for younger in 0...generation { count[younger] = 0 }
        if generation < oldest { count[generation + 1] += 1 }
        // Without memory for the list there is no collection.
        guard var objects = CollectedObjects(generation) else { return 0 }
        defer { objects.free() }
        objects.keepUnreachable(generation)
        let ended = end(&objects)
        let statistics = _bt_collector_statistics()! + generation
        statistics.pointee.collections += 1
        statistics.pointee.collected += ended
        return ended
    }

    /// End unreachable objects; how many they were. Each is held until its turn, so none goes before.
    private static func end(_ objects: inout CollectedObjects) -> Int {
        guard objects.count > 0 else { return 0 }
        let hasTold = clearWeakReferences(objects)
        let hasFinalized = finalize(objects)
        // A callback too can have got at them, by gc.get_objects().
        if hasTold || hasFinalized {
            objects.keepDead()
            // Those that finalizers have made.
            forgetWeakReferences(objects)
        }
        let saves = _bt_collector_().pointee.debug & debugSaveAll != 0
        for index in 0..<objects.count {
            let object = objects[index]
            object.pointee.ob_flags &= ~UInt8(BT_FLAG_COLLECTING)
            if saves {
                save(object)
            } else if let clear = object.type.pointee.tp_clear {
                _ = clear(object)
                if errorOccurred() { BtErr_WriteUnraisable(object) }
            }
            Bt_DECREF_(object)
        }
        return objects.count
    }

    /// First the weak references: no finalizer and no callback may get at an object that is about to be cleared.
    /// True: a callback was called.
    private static func clearWeakReferences(_ objects: CollectedObjects) -> Bool {
        var told = WeakReference.Told()
        for index in 0..<objects.count {
            let object = objects[index]
            // Of one that is unreachable itself the callback is not called.
            if WeakReference.isReference(object) || WeakReference.isProxy(object) { WeakReference.forget(object) }
            WeakReference.unlinkAll(to: object, telling: &told) {
                $0.pointee.ob_flags & UInt8(BT_FLAG_COLLECTING) != 0
            }
        }
        WeakReference.tell(told)
        return !told.isEmpty
    }

    private static func forgetWeakReferences(_ objects: CollectedObjects) {
        var none = WeakReference.Told()
        for index in 0..<objects.count { WeakReference.unlinkAll(to: objects[index], telling: &none) { _ in true } }
    }

    /// Run the finalizers that have not run. False: there was none.
    private static func finalize(_ objects: CollectedObjects) -> Bool {
        var any = false
        for index in 0..<objects.count {
            let object = objects[index]
            guard object.type.pointee.tp_finalize != nil, object.pointee.ob_flags & UInt8(BT_FLAG_FINALIZED) == 0 else {
                continue
            }
            any = true
            BtObject_CallFinalizer(object)
            if errorOccurred() { BtErr_WriteUnraisable(object) }
        }
        return any
    }

    // MARK: For scripts

    /// Visit every object that the collector knows. The body makes and frees none.
    static func forEachTracked(_ body: (Ref) -> Void) {
        forEachPage(in: _bt_shared_heap_(), kind: Int(BT_KIND_COLLECTED)) { page in
            forEachObject(in: page) { object in
                // A dead one is being taken apart.
                if object.pointee.ob_flags & UInt8(BT_FLAG_TRACKED) != 0, Bt_REFCNT_(object) > 0 { body(object) }
            }
        }
    }

    /// gc.DEBUG_SAVEALL: unreachable objects go to gc.garbage instead of being freed.
    static let debugSaveAll: CInt = 32

    private static func save(_ object: Ref) {
        guard let garbage = garbageList(), BtList_Append(garbage, object) == 0 else {
            return BtErr_WriteUnraisable(object)
        }
    }

    /// gc.garbage, borrowed. Nil: MemoryError is set.
    static func garbageList() -> Ref? {
        if _bt_collector_().pointee.garbage == nil { _bt_collector_().pointee.garbage = newList(0) }
        return _bt_collector_().pointee.garbage
    }

    /// gc.callbacks, borrowed. Nil: MemoryError is set.
    static func callbackList() -> Ref? {
        if _bt_collector_().pointee.callbacks == nil { _bt_collector_().pointee.callbacks = newList(0) }
        return _bt_collector_().pointee.callbacks
    }

    /// Call what stands in gc.callbacks.
    private static func callBack(_ phase: StaticString, _ generation: Int, _ collected: Int) {
        guard let callbacks = _bt_collector_().pointee.callbacks, BtList_Size(callbacks) > 0 else { return }
        guard let list = BtList_GetSlice(callbacks, 0, BtList_Size(callbacks)) else {
            return BtErr_WriteUnraisable(nil)
        }
        defer { Bt_DECREF_(list) }
        for index in 0..<BtList_Size(list) {
            let callback = BtList_GetItem(list, index)!
            let arguments = callbackArguments(phase, generation, collected)
            let result = arguments.flatMap { BtObject_CallObject(callback, $0) }
            if result == nil { BtErr_WriteUnraisable(callback) }
            release(result)
            release(arguments)
        }
    }

    private static func callbackArguments(_ phase: StaticString, _ generation: Int, _ collected: Int) -> Ref? {
        guard
            let facts = makeDict(
                ("generation", makeInt(generation)), ("collected", makeInt(collected)), ("uncollectable", makeInt(0)))
        else { return nil }
        return tuple(taking: newReference(internedName(phase)), facts)
    }
}

/// A dict of names and new references that are taken over; nil if one of them is nil.
func makeDict(_ items: (name: StaticString, value: Ref?)...) -> Ref? {
    defer { for item in items { release(item.value) } }
    guard let dict = newDict() else { return nil }
    for item in items {
        guard let value = item.value, BtDict_SetItem(dict, internedName(item.name), value) == 0 else {
            Bt_DECREF_(dict)
            return nil
        }
    }
    return dict
}
