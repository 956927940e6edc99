internal import CBaton
internal import CBaton.Host

// The module `gc`: the collector as scripts see it.

func makeGC() -> Ref? {
    makeNativeModule(
        "gc", doc: "This module provides access to the garbage collector for reference cycles.",
        switchFunctions + generationFunctions + inspectionFunctions
    ) { module in
        let flags: [(StaticString, Int)] = [
            ("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32),
            ("DEBUG_LEAK", 38),
        ]
        return flags.allSatisfy { add(module, $0.0, makeInt($0.1)) }
            && add(module, "garbage", Collector.garbageList().map(newReference))
            && add(module, "callbacks", Collector.callbackList().map(newReference))
    }
}

private let collectParameters = MethodParameters("collect", "generation")
private let objectsParameters = MethodParameters("get_objects", "generation")

private var switchFunctions: [BtMethodDef] {
    [
        method("enable", BT_METH_NOARGS, doc: "Enable automatic garbage collection.") { _, _ in
            _ = BtGC_Enable()
            return noneRef
        },
        method("disable", BT_METH_NOARGS, doc: "Disable automatic garbage collection.") { _, _ in
            _ = BtGC_Disable()
            return noneRef
        },
        method("isenabled", BT_METH_NOARGS, doc: "Returns true if automatic garbage collection is enabled.") { _, _ in
            boolRef(BtGC_IsEnabled() != 0)
        },
        fastKeywordMethod("collect", doc: "Run the garbage collector; the number of unreachable objects.") {
            _, args, nargs, kwnames in
            unpacked(collectParameters, args, nargs, kwnames) { slots in
                var generation = Collector.oldest
                if let argument = slots[0] {
                    guard let number = sizeArgument(argument) else { return nil }
                    generation = number
                }
                guard 0...Collector.oldest ~= generation else {
                    return raise(BtExc_ValueError, "invalid generation")
                }
                return makeInt(Collector.collect(generation))
            }
        },
        method("set_debug", BT_METH_O, doc: "Set the garbage collection debugging flags.") { _, flags in
            guard let value = sizeArgument(flags!) else { return nil }
            _bt_collector_().pointee.debug = CInt(truncatingIfNeeded: value)
            return noneRef
        },
        method("get_debug", BT_METH_NOARGS, doc: "Get the garbage collection debugging flags.") { _, _ in
            makeInt(Int(_bt_collector_().pointee.debug))
        },
    ]
}

private var generationFunctions: [BtMethodDef] {
    [
        method("get_count", BT_METH_NOARGS, doc: "The current collection counts as a tuple.") { _, _ in
            numbers(_bt_collector_counts())
        },
        method("get_threshold", BT_METH_NOARGS, doc: "The current collection thresholds as a tuple.") { _, _ in
            numbers(_bt_collector_thresholds())
        },
        fastMethod("set_threshold", doc: "Set the collection thresholds; 0 as the first disables collection.") {
            _, args, nargs in
            guard checkCount("set_threshold", nargs, 1...3) else { return nil }
            for index in 0..<nargs {
                guard let value = sizeArgument(args![index]!) else { return nil }
                _bt_collector_thresholds()[index] = value
            }
            return noneRef
        },
        method("get_stats", BT_METH_NOARGS, doc: "A list of dictionaries of statistics, one a generation.") { _, _ in
            statistics()
        },
        method("freeze", BT_METH_NOARGS, doc: "Freeze all current tracked objects: collections ignore them.") { _, _ in
            Collector.forEachTracked { setGeneration($0, Int(BT_GENERATION_FROZEN)) }
            return noneRef
        },
        method("unfreeze", BT_METH_NOARGS, doc: "Unfreeze all objects: they belong to the oldest generation.") { _, _ in
            Collector.forEachTracked { object in
                if generation(of: object) == Int(BT_GENERATION_FROZEN) { setGeneration(object, Collector.oldest) }
            }
            return noneRef
        },
        method("get_freeze_count", BT_METH_NOARGS, doc: "The number of objects that are frozen.") { _, _ in
            var count = 0
            Collector.forEachTracked { count += generation(of: $0) == Int(BT_GENERATION_FROZEN) ? 1 : 0 }
            return makeInt(count)
        },
    ]
}

private func generation(of object: Ref) -> Int { Int(object.pointee.ob_flags >> UInt8(BT_GENERATION_SHIFT)) }

private func setGeneration(_ object: Ref, _ generation: Int) {
    object.pointee.ob_flags =
        object.pointee.ob_flags & ~UInt8(BT_FLAG_GENERATION) | UInt8(generation) << UInt8(BT_GENERATION_SHIFT)
}

private func numbers(_ values: UnsafeMutablePointer<Int>) -> Ref? {
    tuple(taking: makeInt(values[0]), makeInt(values[1]), makeInt(values[2]))
}

private func statistics() -> Ref? {
    guard let list = newList(0) else { return nil }
    for generation in 0...Collector.oldest {
        let facts = _bt_collector_statistics()[generation]
        let dict = makeDict(
            ("collections", makeInt(facts.collections)), ("collected", makeInt(facts.collected)),
            ("uncollectable", makeInt(facts.uncollectable)))
        guard let dict, listAppend(list, stealing: dict) == 0 else {
            Bt_DECREF_(list)
            return nil
        }
    }
    return list
}

// MARK: Looking at objects

private var inspectionFunctions: [BtMethodDef] {
    [
        method("is_tracked", BT_METH_O, doc: "Returns true if the object is tracked by the garbage collector.") {
            _, object in
            boolRef(BtObject_GC_IsTracked(object) != 0)
        },
        method("is_finalized", BT_METH_O, doc: "Returns true if the object has been already finalized.") { _, object in
            boolRef(BtObject_GC_IsFinalized(object) != 0)
        },
        fastKeywordMethod("get_objects", doc: "A list of the objects tracked by the collector.") {
            _, args, nargs, kwnames in
            unpacked(objectsParameters, args, nargs, kwnames) { slots in
                guard let argument = slots[0], !isNone(argument) else { return objects(nil) }
                guard let wanted = sizeArgument(argument) else { return nil }
                guard wanted >= 0 else {
                    return raise(BtExc_ValueError, "generation parameter cannot be negative")
                }
                guard wanted <= Collector.oldest else {
                    return raise(
                        BtExc_ValueError,
                        "generation parameter must be less than the number of available generations (3)")
                }
                return objects(wanted)
            }
        },
        method("get_referents", BT_METH_VARARGS, doc: "The objects that the arguments directly refer to.") { _, args in
            referents(args!)
        },
        method("get_referrers", BT_METH_VARARGS, doc: "The objects that directly refer to any of the arguments.") {
            _, args in
            referrers(args!)
        },
    ]
}

private func objects(_ wanted: Int?) -> Ref? {
    var found = RawList()
    defer { found.free() }
    Collector.forEachTracked { object in
        if wanted == nil || generation(of: object) == wanted, found.append(object) { Bt_INCREF_(object) }
    }
    return found.takenAsList()
}

private func referents(_ objects: Ref) -> Ref? {
    var found = RawList()
    defer { found.free() }
    for index in 0..<BtTuple_GET_SIZE_(objects) {
        let object = BtTuple_GET_ITEM_(objects, index)!
        guard BtObject_IS_GC(object) != 0 else { continue }
        _ = object.type.pointee.tp_traverse?(object, addReferent, &found)
    }
    return found.takenAsList()
}

private let addReferent: visitproc = { object, context in
    guard context!.assumingMemoryBound(to: RawList.self).pointee.append(object!) else { return 1 }
    Bt_INCREF_(object)
    return 0
}

private func referrers(_ objects: Ref) -> Ref? {
    var found = RawList()
    defer { found.free() }
    Collector.forEachTracked { object in
        guard object != objects, object.type.pointee.tp_traverse?(object, isAmong, objects) ?? 0 != 0 else { return }
        if found.append(object) { Bt_INCREF_(object) }
    }
    return found.takenAsList()
}

private let isAmong: visitproc = { object, context in
    let objects = context!.assumingMemoryBound(to: BtObject.self)
    for index in 0..<BtTuple_GET_SIZE_(objects) where BtTuple_GET_ITEM_(objects, index) == object { return 1 }
    return 0
}
