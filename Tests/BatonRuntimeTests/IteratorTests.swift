import BatonRuntime
import CBaton
import Testing

@Suite struct `Iterators` {
    @Test func `give each item once and then nothing`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            for row in ["[1, 2]", "(1, 2)", "{1: 0, 2: 0}", "{1, 2}", "range(1, 3)", "proxy({1: 0, 2: 0})"] {
                with("iter(\(row))") { iterator in
                    #expect(api.on("iter_check", iterator) == "1")
                    #expect(api.on("next", iterator) == "1")
                    #expect(api.on("next_item", iterator) == "(1, 2)")
                    #expect(api.on("next", iterator) == "Ellipsis")
                    #expect(api.on("next_item", iterator) == "(0, Ellipsis)")
                    let same = BtObject_GetIter(iterator)
                    #expect(same == iterator)
                    Bt_DECREF_(same)
                }
            }
        }
    }

    @Test func `over a list see what is appended, until they were exhausted once`() {
        Attached.run {
            with("[1]") { list in
                let iterator = BtObject_GetIter(list)!
                #expect(repr(BtIter_Next(iterator)) == "1")
                BtList_Append(list, noneRef)
                #expect(repr(BtIter_Next(iterator)) == "None")
                #expect(BtIter_Next(iterator) == nil)
                BtList_Append(list, noneRef)
                #expect(BtIter_Next(iterator) == nil)
                Bt_DECREF_(iterator)
            }
        }
    }

    @Test func `refuse what cannot be iterated over`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            #expect(api("iterate", "5") == "<TypeError: 'int' object is not iterable>")
            #expect(api("iter_check", "[1]") == "0")
            #expect(api("next_item", "[1]") == "<TypeError: expected an iterator, got 'list'>")
            #expect(api("next", "[1]").contains("SystemError"))
            #expect(api("seq_iterate", "5").contains("SystemError"))
        }
    }

    @Test func `over calls end at the sentinel`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            with("[1, 2, 3, 4]") { list in
                let pop = BtObject_GetAttrString(list, "pop")
                #expect(api.on("call_iterate", pop, int(2)) == "[4, 3]")
                // An error that is no StopIteration comes through.
                let iterator = BtCallIter_New(pop, noneRef)
                #expect(repr(BtSequence_List(iterator)) == "<IndexError: pop from empty list>")
                Bt_DECREF_(iterator)
                Bt_DECREF_(pop)
            }
        }
    }

    @Test func `take what is sent`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            #expect(api("send", "iter([7])", "None") == "(1, 7)")
            #expect(api("send", "iter([])", "None") == "(0, None)")
            #expect(api("send", "iter([7])", "1").contains("AttributeError"))
        }
    }
}
