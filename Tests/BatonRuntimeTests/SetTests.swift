import BatonRuntime
import CBaton
import Testing

@Suite struct `Sets` {
    @Test func `have the methods of Python's, with its results, order and messages`() {
        Attached.run { checkCases(setCases) }
    }

    @Test func `of ints are walked in Python's order`() throws {
        let program = """
            import random
            random.seed(20240607)
            for _ in range(300):
                limit = random.choice([8, 64, 1000, 10**6, 10**12])
                steps = [random.randrange(-limit, limit) for _ in range(random.randrange(1, 400))]
                items = set()
                for number, step in enumerate(steps):
                    items.discard(step) if number % 3 == 2 else items.add(step)
                    if number % 7 == 6: items.discard(steps[number - 3])
                print(steps, list(items), list(items.copy()), sep='\t')
            """
        let answers = try Oracle.run(program)
        #expect(answers.count == 300)
        Attached.run {
            for answer in answers {
                let set = BtSet_New(nil)!
                let steps = answer[0].dropFirst().dropLast().split(separator: ", ").map { int(Int($0)!)! }
                for (number, step) in steps.enumerated() {
                    if number % 3 == 2 { BtSet_Discard(set, step) } else { BtSet_Add(set, step) }
                    if number % 7 == 6 { BtSet_Discard(set, steps[number - 3]) }
                }
                #expect(repr(BtSequence_List(set)) == answer[1])
                let copy = BtSet_New(set)
                #expect(repr(BtSequence_List(copy)) == answer[2])
                for object in steps + [set, copy!] { Bt_DECREF_(object) }
            }
        }
    }

    @Test func `are made, asked and changed by each function of the API`() throws {
        try Attached.run {
            let api = try Api("set_test")
            #expect(api("make", "[1, 1, 2]") == "{1, 2}")
            #expect(api("make", "NULL") == "set()")
            #expect(api("make_frozen", "[3]") == "frozenset({3})")
            #expect(api("make_frozen", "NULL") == "frozenset()")
            #expect(api("fill_frozen", "7") == "frozenset({7})")
            #expect(api("size", "{1, 2}") == "2")
            #expect(api("size", "{1, 'a', None, 2.5}") == "4")
            for item in ["1", "'a'", "None", "2.5"] { #expect(api("contains", "{1, 'a', None, 2.5}", item) == "1") }
            #expect(api("contains", "{1, 2}", "2") == "1")
            #expect(api("contains", "frozenset({1})", "2") == "0")
            #expect(api("walk", "{1, 2, 3}") == "[1, 2, 3]")
            with("{1}") { set in
                #expect(api.on("add", set, int(2)) == "0")
                #expect(api.on("discard", set, int(1)) == "1")
                #expect(api.on("discard", set, int(1)) == "0")
                #expect(api.on("pop", set) == "2")
                #expect(api.on("pop", set) == "<KeyError: 'pop from an empty set'>")
                #expect(api.on("clear", set) == "0")
            }
        }
    }

    @Test func `are told from other things`() throws {
        try Attached.run {
            let api = try Api("set_test")
            #expect(api("check", "{1}") == "(1, 1, 0, 0, 1)")
            #expect(api("check", "frozenset()") == "(0, 0, 1, 1, 1)")
            #expect(api("check", "[]") == "(0, 0, 0, 0, 0)")
        }
    }

    @Test func `refuse wrong arguments`() throws {
        try Attached.run {
            let api = try Api("set_test")
            #expect(api("make", "5") == "<TypeError: 'int' object is not iterable>")
            #expect(api("make", "[[]]") == "<TypeError: unhashable type: 'list'>")
            #expect(api("add", "{1}", "[]") == "<TypeError: unhashable type: 'list'>")
            for wrong in ["NULL", "[1]"] {
                for function in ["size", "pop", "clear"] { #expect(api(function, wrong).contains("SystemError")) }
                for function in ["contains", "add", "discard"] {
                    #expect(api(function, wrong, "1").contains("SystemError"))
                }
            }
            // A frozenset that others can see does not change.
            #expect(api("add", "frozenset({1})", "2").contains("SystemError"))
            #expect(api("pop", "frozenset({1})").contains("SystemError"))
            #expect(api("discard", "frozenset({1})", "1").contains("SystemError"))
        }
    }

    @Test func `hold the right items through many insertions and removals`() {
        Attached.run {
            let set = BtSet_New(nil)!
            var expected: Set<Int> = []
            var state: UInt64 = 99
            for _ in 0..<20_000 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let value = Int(state >> 40) % 900
                let item = int(value)!
                if state & 1 == 0 {
                    #expect(BtSet_Discard(set, item) == (expected.remove(value) == nil ? 0 : 1))
                } else {
                    #expect(BtSet_Add(set, item) == 0)
                    expected.insert(value)
                }
                Bt_DECREF_(item)
            }
            #expect(BtSet_Size(set) == expected.count)
            let list = BtSequence_List(set)
            BtList_Sort(list)
            #expect(repr(list) == "\(expected.sorted())")
            Bt_DECREF_(set)
        }
    }

    @Test func `changed in size stop their iterators`() {
        Attached.run {
            with("{1, 2}") { set in
                let iterator = BtObject_GetIter(set)!
                BtSet_Add(set, noneRef)
                for _ in 0..<2 {
                    expectRaises(BtExc_RuntimeError, "Set changed size during iteration") { BtIter_Next(iterator) }
                }
                Bt_DECREF_(iterator)
            }
        }
    }

    @Test func `changed while an item is compared look again`() throws {
        try Attached.run {
            let probes = try Api("probe_test")
            with("{5, 6}") { set in
                let discard = BtObject_GetAttrString(set, "discard")
                let probe = call(probes.module, "Probe", int(5), Bt_NewRef_(discard))
                #expect(BtSet_Contains(set, probe) == 0)
                #expect(BtSet_Size(set) == 1)
                Bt_DECREF_(probe)
                Bt_DECREF_(discard)
            }
        }
    }
}
