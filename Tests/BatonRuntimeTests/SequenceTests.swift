import BatonRuntime
import CBaton
import Testing

@Suite struct `The sequence protocol` {
    @Test func `works on every sequence`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            for (object, check) in [
                ("[1]", "1"), ("(1,)", "1"), ("'a'", "1"), ("range(2)", "1"), ("{}", "0"), ("5", "0"),
                ("{1}", "0"),
            ] {
                #expect(api("seq_check", object) == check)
            }
            #expect(api("seq_size", "'abc'") == "3")
            #expect(api("seq_concat", "(1,)", "(2,)") == "(1, 2)")
            #expect(api("seq_concat", "'a'", "'b'") == "'ab'")
            #expect(api("seq_inplace_concat", "[1]", "'ab'") == "[1, 'a', 'b']")
            #expect(api("seq_inplace_concat", "(1,)", "(2,)") == "(1, 2)")
            #expect(api("seq_repeat", "[1]", "3") == "[1, 1, 1]")
            #expect(api("seq_inplace_repeat", "'ab'", "2") == "'abab'")
            #expect(api("seq_get", "range(10)", "-1") == "9")
            #expect(api("seq_get", "'abc'", "1") == "'b'")
            #expect(api("seq_get_slice", "[1, 2, 3, 4]", "1", "-1") == "[2, 3]")
            #expect(api("seq_count", "[1, 2, 1]", "1") == "2")
            #expect(api("seq_contains", "{1: 2}", "1") == "1")
            #expect(api("seq_contains", "iter([1, 2])", "3") == "0")
            #expect(api("seq_index", "'abc'", "'c'") == "2")
            #expect(api("seq_list", "{1: 2, 3: 4}") == "[1, 3]")
            #expect(api("seq_tuple", "range(3)") == "(0, 1, 2)")
            #expect(api("fast", "(1, 2)") == "[1, 2]")
            #expect(api("fast", "[1, 2]") == "[1, 2]")
            #expect(api("fast", "iter([1, 2])") == "[1, 2]")
        }
    }

    @Test func `changes what can be changed`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            with("[1, 2, 3, 4]") { list in
                #expect(api.on("seq_set", list, int(-1), str("x")) == "0")
                #expect(api.on("seq_del", list, int(0)) == "0")
                #expect(api.on("seq_set_slice", list, int(0), int(1), Literal.make("(7, 8)")) == "0")
                #expect(repr(Bt_NewRef_(list)) == "[7, 8, 3, 'x']")
                #expect(api.on("seq_del_slice", list, int(1), int(3)) == "0")
                #expect(repr(Bt_NewRef_(list)) == "[7, 'x']")
            }
        }
    }

    @Test func `says what an object cannot do`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            #expect(api("seq_size", "5") == "<TypeError: object of type 'int' has no len()>")
            #expect(api("seq_size", "{}") == "0" || api("seq_size", "{}").contains("is not a sequence"))
            #expect(api("seq_concat", "5", "6") == "<TypeError: 'int' object can't be concatenated>")
            #expect(api("seq_repeat", "5", "6") == "<TypeError: 'int' object can't be repeated>")
            #expect(api("seq_get", "5", "0") == "<TypeError: 'int' object does not support indexing>")
            #expect(api("seq_get", "{}", "0") == "<TypeError: dict is not a sequence>")
            #expect(api("seq_set", "(1,)", "0", "1") == "<TypeError: 'tuple' object does not support item assignment>")
            #expect(api("seq_del", "5", "0") == "<TypeError: 'int' object doesn't support item deletion>")
            #expect(api("seq_get_slice", "5", "0", "1") == "<TypeError: 'int' object is unsliceable>")
            #expect(
                api("seq_set_slice", "5", "0", "1", "()")
                    == "<TypeError: 'int' object doesn't support slice assignment>")
            #expect(api("seq_del_slice", "5", "0", "1") == "<TypeError: 'int' object doesn't support slice deletion>")
            #expect(api("seq_contains", "5", "1") == "<TypeError: argument of type 'int' is not iterable>")
            #expect(api("seq_index", "[1]", "5") == "<ValueError: sequence.index(x): x not in sequence>")
            #expect(api("seq_list", "5") == "<TypeError: 'int' object is not iterable>")
            #expect(api("fast", "5") == "<TypeError: wanted: an iterable>")
            for function in ["seq_size", "seq_list", "seq_tuple"] {
                #expect(api(function, "NULL") == "<SystemError: null argument to internal routine>")
            }
        }
    }

    @Test func `is enough to iterate over an object that has nothing else`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            let probes = try Api("probe_test")
            let squares = call(probes.module, "Squares", int(4))
            #expect(repr(BtSequence_List(squares)) == "[0, 1, 4, 9]")
            #expect(api.on("seq_contains", squares, int(4)) == "1")
            #expect(api.on("seq_index", squares, int(9)) == "3")
            #expect(api.on("seq_get", squares, int(-1)) == "9")
            #expect(repr(BtTuple_New(0).flatMap { _ in BtSequence_Tuple(squares) }) == "(0, 1, 4, 9)")
            Bt_DECREF_(squares)
        }
    }
}

@Suite struct `The mapping protocol` {
    @Test func `works on dicts and on what only looks like one`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            for mapping in ["{'key': 1, 2: 3}", "proxy({'key': 1, 2: 3})"] {
                #expect(api("map_check", mapping) == "1")
                #expect(api("map_size", mapping) == "2")
                #expect(api("map_keys", mapping) == "['key', 2]")
                #expect(api("map_values", mapping) == "[1, 3]")
                #expect(api("map_items", mapping) == "[('key', 1), (2, 3)]")
                #expect(api("map_has", mapping, "2") == "1")
                #expect(api("map_has", mapping, "3") == "0")
                #expect(api("map_has_with_error", mapping, "3") == "0")
                #expect(api("map_has_with_error", mapping, "[]") == "<TypeError: unhashable type: 'list'>")
                #expect(api("map_get_string", mapping) == "1")
                #expect(api("map_has_string", mapping) == "1")
                #expect(api("optional", mapping, "2") == "(1, 3)")
                #expect(api("optional", mapping, "5") == "(0, Ellipsis)")
            }
            with("{}") { dict in
                #expect(api.on("map_set_string", dict, int(5)) == "0")
                #expect(repr(Bt_NewRef_(dict)) == "{'key': 5}")
                #expect(api.on("map_del_string", dict) == "0")
                #expect(api.on("map_del_string", dict) == "<KeyError: 'key'>")
                #expect(api.on("map_get_string", dict) == "<KeyError: 'key'>")
            }
        }
    }

    @Test func `says what an object cannot do`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            #expect(api("map_check", "5") == "0")
            #expect(api("map_check", "NULL") == "0")
            #expect(api("map_size", "5") == "<TypeError: object of type 'int' has no len()>")
            #expect(api("map_size", "{1}") == "<TypeError: set is not a mapping>")
            #expect(api("map_keys", "5") == "<AttributeError: 'int' object has no attribute 'keys'>")
            #expect(api("map_keys", "NULL") == "<SystemError: null argument to internal routine>")
        }
    }
}
