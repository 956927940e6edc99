import BatonRuntime
import CBaton
import Testing

@Suite struct `Tuples` {
    @Test func `have the methods of Python's, with its results and messages`() {
        Attached.run { checkCases(tupleCases) }
    }

    @Test func `are made and filled, and their items are read`() throws {
        try Attached.run {
            let api = try Api("tuple_test")
            #expect(api("make", "0") == "()")
            #expect(api("make", "3") == "(0, 1, 2)")
            #expect(api("size", "(1, 2)") == "2")
            #expect(api("get", "(1, 'b')", "1") == "'b'")
            #expect(api("set", "3", "1", "'x'") == "(0, 'x', 2)")
            #expect(api("reversed", "(1, 2, 3)") == "[3, 2, 1]")
            #expect(api("pack", "5") == "(5, None, 5)")
        }
    }

    @Test func `the empty one is shared and immortal`() {
        Attached.run {
            let first = BtTuple_New(0)
            let second = BtTuple_GetSlice(first, 0, 5)
            #expect(first == second)
            for _ in 0..<10 { Bt_DECREF_(first) }
            #expect(repr(first) == "()")
        }
    }

    @Test func `are sliced within their bounds`() throws {
        try Attached.run {
            let api = try Api("tuple_test")
            #expect(api("slice", "(1, 2, 3, 4)", "1", "3") == "(2, 3)")
            #expect(api("slice", "(1, 2, 3, 4)", "-5", "99") == "(1, 2, 3, 4)")
            #expect(api("slice", "(1, 2, 3, 4)", "3", "1") == "()")
        }
    }

    @Test func `are resized`() throws {
        try Attached.run {
            let api = try Api("tuple_test")
            #expect(api("resize", "3", "5") == "(0, 1, 2, None, None)")
            #expect(api("resize", "3", "1") == "(0,)")
            #expect(api("resize", "3", "0") == "()")
            #expect(api("resize", "0", "2") == "(None, None)")
            #expect(api("resize", "2", "2") == "(0, 1)")
            #expect(api("resize", "2", "-1").contains("SystemError"))
            #expect(api("resize_wrong", "[1]").contains("SystemError"))
        }
    }

    @Test func `refuse wrong arguments`() throws {
        try Attached.run {
            let api = try Api("tuple_test")
            #expect(api("make", "-1").contains("SystemError"))
            #expect(api("make", "9223372036854775807").contains("MemoryError"))
            #expect(api("get", "(1,)", "1") == "<IndexError: tuple index out of range>")
            #expect(api("get", "(1,)", "-1") == "<IndexError: tuple index out of range>")
            #expect(api("set", "1", "1", "None") == "<IndexError: tuple assignment index out of range>")
            #expect(api("set_shared", "(1, 2)").contains("SystemError"))
            for wrong in ["NULL", "[1]", "'a'"] {
                #expect(api("size", wrong).contains("SystemError"))
                #expect(api("get", wrong, "0").contains("SystemError"))
                #expect(api("slice", wrong, "0", "1").contains("SystemError"))
            }
        }
    }

    @Test func `are told from other things`() throws {
        try Attached.run {
            let api = try Api("tuple_test")
            #expect(api("check", "()") == "3")
            #expect(api("check", "[]") == "0")
        }
    }

    @Test func `nested very deep are compared and shown with an error, and freed without one`() {
        Attached.run {
            guard var deep = BtTuple_New(0) else { return }
            for _ in 0..<200_000 { deep = tuple(deep)! }
            expectRaises(BtExc_RecursionError) { BtObject_Repr(deep) }
            expectRaises(BtExc_RecursionError) { Int(BtObject_Hash(deep)) }
            Bt_DECREF_(deep)
        }
    }
}
