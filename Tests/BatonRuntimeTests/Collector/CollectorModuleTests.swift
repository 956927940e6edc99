import BatonRuntime
import CBaton
import Testing

/// Run `body` in this process, which is the test's own, attached, with the modules gc and gc_test.
private func withModules(_ log: ChildLog, _ body: (_ gc: Ref, _ module: Ref) throws -> Void) throws {
    log.begin()
    try Attached.run {
        let gc = BtImport_ImportModule("gc")!
        _ = call(gc, "collect")
        try body(gc, TestExtension.load("gc_test"))
    }
}

@Suite struct `The module gc` {
    @Test func `collects by generation, and counts`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try withModules(log) { gc, module in
                _ = call(module, "make_ring", int(5))
                #expect(repr(call(gc, "collect", int(0))) == "5")
                // What a collection has passed over is found by the collection of an older generation alone.
                _ = call(module, "make_ring", int(4))
                let kept = BtObject_GetAttrString(module, "Node")!
                let node = call(kept, [])!
                BtObject_SetAttrString(node, "item", node)
                #expect(repr(call(gc, "collect", int(0))) == "4")
                Bt_DECREF_(node)
                #expect(repr(call(gc, "collect", int(0))) == "0")
                #expect(repr(call(gc, "collect", int(1))) == "1")
                expectRaises(BtExc_ValueError, "invalid generation") { call(gc, "collect", int(3)) }
                expectRaises(BtExc_ValueError, "invalid generation") { call(gc, "collect", int(-1)) }
                _ = call(gc, "set_threshold", int(7), int(8))
                #expect(repr(call(gc, "get_threshold")) == "(7, 8, 10)")
                #expect(repr(call(gc, "get_count")).hasPrefix("("))
                let statistics = call(gc, "get_stats")!
                #expect(BtList_Size(statistics) == 3)
                #expect(repr(newReference(BtList_GetItem(statistics, 1)!)).contains("'collected': 1"))
                Bt_DECREF_(statistics)
                Bt_DECREF_(kept)
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `tells who refers to whom`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try withModules(log) { gc, _ in
                let inner = list(int(1), str("two"))!
                let outer = list(newReference(inner))!
                #expect(repr(call(gc, "get_referents", newReference(inner))) == "[1, 'two']")
                #expect(repr(call(gc, "get_referents", int(5))) == "[]")
                #expect(repr(call(gc, "get_referrers", newReference(inner))) == "[[[1, 'two']]]")
                #expect(repr(call(gc, "is_tracked", newReference(outer))) == "True")
                #expect(repr(call(gc, "is_tracked", int(5))) == "False")
                #expect(repr(call(gc, "is_finalized", newReference(outer))) == "False")
                let objects = call(gc, "get_objects")!
                #expect(BtSequence_Contains(objects, outer) == 1)
                Bt_DECREF_(objects)
                let old = call(gc, "get_objects", int(2))!
                #expect(BtSequence_Contains(old, outer) == 0)
                Bt_DECREF_(old)
                expectRaises(BtExc_ValueError, "generation parameter cannot be negative") {
                    call(gc, "get_objects", int(-1))
                }
                for object in [outer, inner] { Bt_DECREF_(object) }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `freezes, saves all, and calls back`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            try withModules(log) { gc, module in
                _ = call(module, "make_ring", int(2))
                _ = call(gc, "freeze")
                #expect(repr(call(gc, "collect")) == "0")
                #expect(repr(call(gc, "get_freeze_count")) != "0")
                _ = call(gc, "unfreeze")
                #expect(repr(call(gc, "get_freeze_count")) == "0")
                #expect(repr(call(gc, "collect")) == "2")

                let callbacks = BtObject_GetAttrString(gc, "callbacks")!
                let told = BtDict_New()!
                let tell = BtObject_GetAttrString(told, "__setitem__")!
                BtList_Append(callbacks, tell)
                _ = call(module, "make_ring", int(2))
                #expect(repr(call(gc, "collect")) == "2")
                #expect(
                    repr(told) == "{'start': {'generation': 2, 'collected': 0, 'uncollectable': 0}, "
                        + "'stop': {'generation': 2, 'collected': 2, 'uncollectable': 0}}")
                BtList_SetSlice(callbacks, 0, 1, nil)

                _ = call(gc, "set_debug", BtObject_GetAttrString(gc, "DEBUG_SAVEALL"))
                _ = call(module, "make_ring", int(2))
                #expect(repr(call(gc, "collect")) == "2")
                #expect(repr(call(module, "live")) == "2")
                _ = call(gc, "set_debug", int(0))
                let garbage = BtObject_GetAttrString(gc, "garbage")!
                #expect(BtList_Size(garbage) == 2)
                BtList_SetSlice(garbage, 0, 2, nil)
                #expect(repr(call(gc, "collect")) == "2")
                for object in [garbage, callbacks, tell] { Bt_DECREF_(object) }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }
}
