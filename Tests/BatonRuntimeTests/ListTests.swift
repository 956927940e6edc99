import BatonRuntime
import CBaton
import Testing

@Suite struct `Lists` {
    @Test func `have the methods of Python's, with its results and messages`() {
        Attached.run { checkCases(listCases) }
    }

    @Test func `are made, read and changed`() throws {
        try Attached.run {
            let api = try Api("list_test")
            #expect(api("make", "3") == "[0, 1, 2]")
            #expect(api("size", "[1, 2]") == "2")
            #expect(api("get", "[1, 2]", "1") == "2")
            #expect(api("get_ref", "[1, 2]", "0") == "1")
            #expect(api("total", "[1, 2, 3]") == "6")
            #expect(api("as_tuple", "[1, 'a']") == "(1, 'a')")
            #expect(api("as_tuple", "[]") == "()")
            #expect(api("get_slice", "[1, 2, 3, 4]", "1", "3") == "[2, 3]")
            #expect(api("get_slice", "[1, 2, 3]", "-5", "99") == "[1, 2, 3]")
            #expect(api("get_slice", "[1, 2, 3]", "2", "1") == "[]")
        }
    }

    @Test func `keep what is put into them`() throws {
        try Attached.run {
            let api = try Api("list_test")
            with("[1, 2, 3]") { list in
                #expect(api.on("set", list, int(1), str("x")) == "None")
                #expect(api.on("insert", list, int(0), str("a")) == "None")
                #expect(api.on("insert", list, int(99), str("z")) == "None")
                #expect(api.on("append", list, none()) == "None")
                #expect(repr(Bt_NewRef_(list)) == "['a', 1, 'x', 3, 'z', None]")
                #expect(api.on("set_slice", list, int(1), int(4), Literal.make("(7,)")) == "None")
                #expect(repr(Bt_NewRef_(list)) == "['a', 7, 'z', None]")
                #expect(api.on("set_slice", list, int(0), int(2), Bt_NewRef_(ellipsisRef)) == "None")
                #expect(repr(Bt_NewRef_(list)) == "['z', None]")
                #expect(api.on("set_slice", list, int(1), int(1), list) == "None")
                #expect(repr(Bt_NewRef_(list)) == "['z', 'z', None, None]")
                #expect(api.on("reverse", list) == "None")
                #expect(api.on("extend", list, list) == "None")
                #expect(repr(Bt_NewRef_(list)) == "[None, None, 'z', 'z', None, None, 'z', 'z']")
                #expect(api.on("clear", list) == "None")
                #expect(repr(Bt_NewRef_(list)) == "[]")
            }
        }
    }

    @Test func `refuse wrong arguments`() throws {
        try Attached.run {
            let api = try Api("list_test")
            #expect(api("make", "-1").contains("SystemError"))
            #expect(api("make", "9223372036854775807").contains("MemoryError"))
            #expect(api("get", "[1]", "1") == "<IndexError: list index out of range>")
            #expect(api("get", "[1]", "-1") == "<IndexError: list index out of range>")
            #expect(api("get_ref", "[1]", "-1") == "<IndexError: list index out of range>")
            #expect(api("get_ref", "(1,)", "0") == "<TypeError: expected a list>")
            #expect(api("set", "[1]", "1", "2") == "<IndexError: list assignment index out of range>")
            #expect(api("set_slice", "[1]", "0", "1", "5") == "<TypeError: can only assign an iterable>")
            #expect(api("append", "[1]", "NULL").contains("SystemError"))
            for wrong in ["NULL", "(1,)", "'a'"] {
                for function in ["size", "clear", "sort", "reverse", "as_tuple"] {
                    #expect(api(function, wrong).contains("SystemError"))
                }
                #expect(api("get", wrong, "0").contains("SystemError"))
                #expect(api("set", wrong, "0", "1").contains("SystemError"))
                #expect(api("insert", wrong, "0", "1").contains("SystemError"))
                #expect(api("append", wrong, "1").contains("SystemError"))
                #expect(api("extend", wrong, "()").contains("SystemError"))
                #expect(api("get_slice", wrong, "0", "1").contains("SystemError"))
                #expect(api("set_slice", wrong, "0", "1", "()").contains("SystemError"))
            }
        }
    }

    @Test func `that contain themselves are shown with dots`() {
        Attached.run {
            with("[1]") { list in
                BtList_Append(list, list)
                #expect(repr(Bt_NewRef_(list)) == "[1, [...]]")
                BtList_Clear(list)
            }
        }
    }

    @Test func `changed while they are searched do not crash`() throws {
        try Attached.run {
            let probes = try Api("probe_test")
            with("[1, 2, 3]") { list in
                // Each comparison empties the list.
                let clear = BtObject_GetAttrString(list, "clear")
                defer { Bt_DECREF_(clear) }
                let probe = call(probes.module, "Probe", int(1), Bt_NewRef_(clear), int(0))
                defer { Bt_DECREF_(probe) }
                #expect(BtSequence_Contains(list, probe) == 0)
                #expect(BtList_Size(list) == 0)
            }
        }
    }

    @Test func `nested very deep are freed`() {
        Attached.run {
            guard var deep = BtList_New(0) else { return }
            for _ in 0..<200_000 { deep = list(deep)! }
            Bt_DECREF_(deep)
        }
    }
}
