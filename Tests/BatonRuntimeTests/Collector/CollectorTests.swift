import BatonRuntime
import CBaton
import CBaton.Host
import Testing

// Each in a process of its own, where no other test makes garbage.

/// Run `body` in a process of its own, attached, with the extension, and find at its end that no traverse function visits
/// a reference that its object does not hold.
private func inCollector(_ log: ChildLog, _ body: (Ref) throws -> Void) throws {
    log.begin()
    try Attached.run {
        let module = try TestExtension.load("gc_test")
        _ = BtGC_Collect()
        try body(module)
        _ = BtGC_Collect()
        #expect(_bt_collector_().pointee.excess == 0)
    }
}

private func live(_ module: Ref) -> String { repr(call(module, "live")) }

@Suite struct `The cycle collector` {
    @Test(arguments: CycleHolders.makers.keys.sorted())
    func `frees a cycle through a holder, and only when nothing reaches it`(_ holder: String) async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [holder, log = log as ChildLog] in
            try inCollector(log) { module in
                for holds in ["nothing", "the node", "the holder"] {
                    let node = call(module, "Node")!
                    let made = CycleHolders.makers[holder]!(node)!
                    let expected = Int(repr(call(module, "live")))!
                    #expect(BtObject_GC_IsTracked(made) == 1)
                    BtObject_SetAttrString(node, "item", made)
                    Bt_DECREF_(holds == "the node" ? made : node)
                    if holds == "nothing" { Bt_DECREF_(made) }
                    let found = BtGC_Collect()
                    if holds != "nothing" {
                        #expect(live(module) == "\(expected)", "\(holds) is held")
                        #expect(repr(BtObject_GetAttrString(node, "item")) != "None", "\(holds) is held")
                        Bt_DECREF_(holds == "the node" ? node : made)
                        #expect(BtGC_Collect() >= 2)
                    } else {
                        #expect(found >= 2)
                    }
                    #expect(live(module) == "0", "after \(holds) was held")
                }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `frees a ring of a million objects without deep recursion`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try inCollector(log) { module in
                #expect(repr(call(module, "make_ring", int(1_000_000))) == "None")
                #expect(live(module) == "1000000")
                #expect(BtGC_Collect() == 1_000_000)
                #expect(live(module) == "0")
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `runs by itself at a safe point when many objects have been made`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try inCollector(log) { module in
                _ = call(module, "make_ring", int(10))
                #expect(repr(call(module, "wait_for_collection")) == "True")
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `is switched and asked by the API`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try inCollector(log) { module in
                #expect(repr(call(module, "switches")) == "None")
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `runs a finalizer once, and leaves alone what it makes reachable`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try inCollector(log) { module in
                let told = BtList_New(0)!
                _ = call(module, "set_hook", BtObject_GetAttrString(told, "append"))
                _ = call(module, "make_ring", int(3))
                // What is made reachable was not found unreachable.
                #expect(BtGC_Collect() == 0)
                #expect(live(module) == "3" && BtList_Size(told) == 3)
                #expect(BtObject_GC_IsFinalized(BtList_GetItem(told, 0)) == 1)
                #expect(repr(BtObject_GetAttrString(BtList_GetItem(told, 0), "item")) != "None")
                BtList_SetSlice(told, 0, 3, nil)
                #expect(BtGC_Collect() == 3)
                #expect(live(module) == "0" && BtList_Size(told) == 0)
                // Without a collector it is the same.
                let node = call(module, "Node")!
                Bt_DECREF_(node)
                #expect(live(module) == "1" && BtList_Size(told) == 1)
                _ = call(module, "set_hook", none())
                Bt_DECREF_(told)
                #expect(live(module) == "0")
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `clears weak references first, and calls the callbacks of those that are reachable`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try inCollector(log) { module in
                let (told, node) = (BtList_New(0)!, call(module, "Node")!)
                let append = BtObject_GetAttrString(told, "append")!
                let outside = BtWeakref_NewRef(node, append)!
                let inside = BtWeakref_NewRef(node, append)!
                BtObject_SetAttrString(node, "item", node)
                BtObject_SetAttrString(node, "other", inside)
                Bt_DECREF_(inside)
                Bt_DECREF_(append)
                // A finalizer finds no way to the node.
                _ = call(module, "set_hook", BtObject_GetAttrString(told, "count"))
                Bt_DECREF_(node)
                #expect(BtGC_Collect() == 2)
                #expect(BtList_Size(told) == 1 && BtList_GetItem(told, 0) == outside)
                #expect(BtWeakref_GetObject(outside) == noneRef)
                _ = call(module, "set_hook", none())
                for object in [outside, told] { Bt_DECREF_(object) }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `leaves nothing of classes that are made and dropped`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try inCollector(log) { module in
                var before = 0
                for round in 0..<40 {
                    let made = CycleHolders.makeClass(BtBaseObject_Type_().ref, nil)!
                    let derived = CycleHolders.makeClass(made, ["slot"])!
                    for object in [call(derived, []), made, derived] { Bt_DECREF_(object!) }
                    #expect(BtGC_Collect() > 0)
                    if round == 20 { before = _bt_memory_live() }
                }
                #expect(_bt_memory_live() == before)
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }
}
