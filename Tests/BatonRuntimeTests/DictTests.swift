import BatonRuntime
import CBaton
import Testing

@Suite struct `Dicts` {
    @Test func `have the methods of Python's, with its results and messages`() {
        Attached.run { checkCases(dictCases) }
    }

    @Test func `are looked up by each function of the API`() throws {
        try Attached.run {
            let api = try Api("dict_test")
            let dict = "{'a': 1, 2: 'two'}"
            #expect(api("size", dict) == "2")
            #expect(api("get_ref", dict, "2") == "(1, 'two')")
            #expect(api("get_ref", dict, "3") == "(0, Ellipsis)")
            #expect(api("get_string_ref", dict, "'a'") == "(1, 1)")
            #expect(api("get_string_ref", dict, "'b'") == "(0, Ellipsis)")
            #expect(api("get_with_error", dict, "'a'") == "1")
            #expect(api("get_with_error", dict, "'b'") == "Ellipsis")
            #expect(api("get", dict, "2") == "'two'")
            #expect(api("get", dict, "'b'") == "Ellipsis")
            #expect(api("get_string", dict, "'a'") == "1")
            #expect(api("get_string", dict, "'b'") == "Ellipsis")
            #expect(api("contains", dict, "2") == "True")
            #expect(api("contains", dict, "3") == "False")
            #expect(api("contains_string", dict, "'a'") == "True")
            #expect(api("contains_string", dict, "'b'") == "False")
            #expect(api("keys", dict) == "['a', 2]")
            #expect(api("values", dict) == "[1, 'two']")
            #expect(api("items", dict) == "[('a', 1), (2, 'two')]")
            #expect(api("copy", dict) == dict)
            #expect(api("proxy", dict) == "mappingproxy(\(dict))")
            #expect(api("walk", dict) == "['a', 1, 2, 'two']")
        }
    }

    @Test func `are changed by each function of the API`() throws {
        try Attached.run {
            let api = try Api("dict_test")
            with("{}") { dict in
                #expect(api.on("set", dict, int(1), str("x")) == "None")
                #expect(api.on("set_string", dict, str("b"), int(2)) == "None")
                #expect(api.on("set", dict, int(1), str("y")) == "None")
                #expect(repr(Bt_NewRef_(dict)) == "{1: 'y', 'b': 2}")
                #expect(api.on("set_default", dict, int(1), none()) == "'y'")
                #expect(api.on("set_default", dict, int(3), none()) == "None")
                #expect(api.on("set_default_ref", dict, int(3), int(9)) == "(1, None)")
                #expect(api.on("set_default_ref", dict, int(4), int(9)) == "(0, 9)")
                #expect(api.on("delete", dict, int(4)) == "None")
                #expect(api.on("delete_string", dict, str("b")) == "None")
                #expect(repr(Bt_NewRef_(dict)) == "{1: 'y', 3: None}")
                #expect(api.on("pop", dict, int(1)) == "(1, 'y')")
                #expect(api.on("pop", dict, int(1)) == "(0, Ellipsis)")
                #expect(api.on("pop_silently", dict, int(3)) == "1")
                #expect(api.on("pop_string", dict, str("b")) == "(0, Ellipsis)")
                #expect(api.on("update", dict, Literal.make("{'a': 1}")) == "None")
                #expect(api.on("merge", dict, Literal.make("{'a': 2, 'b': 3}"), int(0)) == "None")
                #expect(api.on("merge", dict, Literal.make("proxy({'b': 4, 'c': 5})"), int(1)) == "None")
                #expect(api.on("merge_pairs", dict, Literal.make("[('a', 7), ('d', 8)]"), int(0)) == "None")
                #expect(repr(Bt_NewRef_(dict)) == "{'a': 1, 'b': 4, 'c': 5, 'd': 8}")
                #expect(api.on("clear", dict) == "None")
                #expect(repr(Bt_NewRef_(dict)) == "{}")
            }
        }
    }

    @Test func `refuse wrong arguments`() throws {
        try Attached.run {
            let api = try Api("dict_test")
            for wrong in ["NULL", "[1]"] {
                for function in ["size", "keys", "values", "items", "copy"] {
                    #expect(api(function, wrong).contains("SystemError"), "\(function)")
                }
                for function in ["get_ref", "get_with_error", "contains", "delete", "pop", "update", "pop_silently"] {
                    #expect(api(function, wrong, "1").contains("SystemError"), "\(function)")
                }
                for function in ["get_string_ref", "contains_string", "delete_string", "pop_string"] {
                    #expect(api(function, wrong, "'a'").contains("SystemError"), "\(function)")
                }
                for function in ["set", "set_default", "set_default_ref", "merge", "merge_pairs"] {
                    #expect(api(function, wrong, "1", "1").contains("SystemError"), "\(function)")
                }
                #expect(api("set_string", wrong, "'a'", "1").contains("SystemError"))
                #expect(api("clear", wrong) == "None")
                #expect(api("get", wrong, "1") == "Ellipsis")
                #expect(api("walk", "[1]") == "[]")
            }
            #expect(api("set", "{}", "NULL", "1").contains("SystemError"))
            #expect(api("set", "{}", "1", "NULL").contains("SystemError"))
            for function in ["get_ref", "get_with_error", "contains", "delete"] {
                #expect(api(function, "{1: 2}", "[]") == "<TypeError: unhashable type: 'list'>")
            }
            #expect(api("delete", "{1: 2}", "(3, 4)") == "<KeyError: (3, 4)>")
            #expect(api("delete_string", "{}", "'x'") == "<KeyError: 'x'>")
            #expect(api("proxy", "[1]") == "<TypeError: mappingproxy() argument must be a mapping, not list>")
            #expect(api("merge_pairs", "{}", "[(1,)]", "1").contains("has length 1; 2 is required"))
        }
    }

    @Test func `keep the order of insertion through many insertions and removals`() {
        Attached.run {
            let dict = BtDict_New()!
            var expected: [(key: Int, value: Int)] = []
            var state: UInt64 = 42
            for step in 0..<20_000 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let key = Int(state >> 40) % 700
                let keyObject = int(key)!
                defer { Bt_DECREF_(keyObject) }
                let place = expected.firstIndex { $0.key == key }
                if state & 3 == 0 {
                    var removed: Ref?
                    #expect(BtDict_Pop(dict, keyObject, &removed) == (place == nil ? 0 : 1))
                    Bt_XDECREF_(removed)
                    if let place { expected.remove(at: place) }
                } else {
                    let value = int(step)
                    #expect(BtDict_SetItem(dict, keyObject, value) == 0)
                    Bt_DECREF_(value)
                    if let place { expected[place].value = step } else { expected.append((key, step)) }
                }
            }
            let wanted = "{" + expected.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
            #expect(repr(dict) == wanted)
        }
    }

    @Test func `hold more keys than one byte of index can tell, and 100 000 names`() {
        Attached.run {
            let dict = BtDict_New()!
            for number in 0..<100_000 {
                let value = int(number)
                #expect(BtDict_SetItemString(dict, "name\(number)", value) == 0)
                Bt_DECREF_(value)
            }
            #expect(BtDict_Size(dict) == 100_000)
            for number in stride(from: 0, to: 100_000, by: 997) {
                #expect(BtLong_AsLong(BtDict_GetItemString(dict, "name\(number)")) == number)
            }
            #expect(BtDict_GetItemString(dict, "name100000") == nil)
            Bt_DECREF_(dict)
        }
    }

    @Test func `changed while a key is compared look again`() throws {
        try Attached.run {
            let probes = try Api("probe_test")
            with("{5: 'five', 'k': 1}") { dict in
                // Comparing with the probe, whose hash is that of 5, empties the dict.
                let clear = BtObject_GetAttrString(dict, "clear")
                let probe = call(probes.module, "Probe", int(5), Bt_NewRef_(clear), int(0))
                #expect(BtDict_Contains(dict, probe) == 0)
                #expect(BtDict_Size(dict) == 0)
                Bt_DECREF_(probe)
                Bt_DECREF_(clear)
            }
        }
    }

    @Test func `report a failing comparison`() throws {
        try Attached.run {
            let probes = try Api("probe_test")
            with("{5: 'five'}") { dict in
                let other = BtDict_New()
                let function = BtObject_GetAttrString(other, "__getitem__")
                Bt_DECREF_(other)
                let probe = call(probes.module, "Probe", int(5), Bt_NewRef_(function))
                expectRaises(BtExc_KeyError) { Bt_XNewRef_(BtDict_GetItemWithError(dict, probe)) }
                expectRaises(BtExc_KeyError) { BtDict_SetItem(dict, probe, probe) }
                #expect(repr(Bt_NewRef_(dict)) == "{5: 'five'}")
                Bt_DECREF_(probe)
                Bt_DECREF_(function)
            }
        }
    }

    @Test func `changed in size stop their iterators`() {
        Attached.run {
            with("{1: 2, 3: 4}") { dict in
                let iterator = BtObject_GetIter(dict)!
                #expect(repr(BtIter_Next(iterator)) == "1")
                BtDict_SetItem(dict, noneRef, noneRef)
                for _ in 0..<2 {
                    expectRaises(BtExc_RuntimeError, "dictionary changed size during iteration") {
                        BtIter_Next(iterator)
                    }
                }
                Bt_DECREF_(iterator)
            }
        }
    }

    @Test func `that contain themselves are shown with dots, their views too`() {
        Attached.run {
            with("{}") { dict in
                BtDict_SetItemString(dict, "self", dict)
                #expect(repr(Bt_NewRef_(dict)) == "{'self': {...}}")
                #expect(repr(call(dict, "values")) == "dict_values([{'self': {...}}])")
                BtDict_Clear(dict)
            }
        }
    }
}
