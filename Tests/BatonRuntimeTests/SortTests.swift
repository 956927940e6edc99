import BatonRuntime
import CBaton
import Testing

@Suite struct `Sorting a list` {
    /// A list of `count` ints that a seed determines.
    private func numbers(_ count: Int, seed: UInt64, below limit: Int) -> [Int] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    private func makeList(_ values: [Int], _ make: (Int) -> Ref?) -> Ref {
        let list = BtList_New(0)!
        for value in values {
            let item = make(value)
            BtList_Append(list, item)
            Bt_DECREF_(item)
        }
        return list
    }

    @Test(arguments: [0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 100, 1000, 5000])
    func `orders ints, floats and text of any number`(_ count: Int) {
        Attached.run {
            let values = numbers(count, seed: UInt64(count) + 7, below: 500)
            for (name, make) in [
                ("ints", { int($0) }), ("floats", { float(Double($0)) }), ("text", { str(String(10_000 + $0)) }),
                ("mixed", { $0 % 2 == 0 ? int($0) : float(Double($0)) }),
            ] as [(String, (Int) -> Ref?)] {
                let list = makeList(values, make)
                let expected = makeList(values.sorted(), make)
                #expect(BtList_Sort(list) == 0)
                #expect(repr(list) == repr(expected), "\(count) \(name)")
            }
        }
    }

    @Test(arguments: [false, true])
    func `is stable, forward and in reverse`(_ reverse: Bool) throws {
        try Attached.run {
            // Sorted by the first of a pair alone; the second tells the order in which they came.
            let values = numbers(2000, seed: 3, below: 20)
            var place = 0
            let list = makeList(values) { value in
                place += 1
                return tuple(int(value), int(place))
            }
            let expected = values.enumerated().sorted {
                $0.element != $1.element ? ($0.element < $1.element) != reverse : $0.offset < $1.offset
            }
            let keyFunction = BtObject_GetAttrString(try TestExtension.load("probe_test"), "first")
            let keywords = BtDict_New()
            BtDict_SetItemString(keywords, "key", keyFunction)
            BtDict_SetItemString(keywords, "reverse", boolRef(reverse))
            let method = BtObject_GetAttrString(list, "sort")
            #expect(repr(BtObject_Call(method, BtTuple_New(0), keywords)) == "None")
            for object in [method, keywords, keyFunction] { Bt_DECREF_(object) }
            let wanted = "[" + expected.map { "(\($0.element), \($0.offset + 1))" }.joined(separator: ", ") + "]"
            #expect(repr(list) == wanted)
        }
    }

    @Test func `keeps all items when a comparison fails`() {
        Attached.run {
            with("[3, 1, 'a', 2, 5, 4]") { list in
                expectRaises(BtExc_TypeError) { BtList_Sort(list) }
                #expect(BtList_Size(list) == 6)
                let items = BtSet_New(list)
                #expect(BtSet_Size(items) == 6)
                Bt_DECREF_(items)
            }
        }
    }

    @Test func `finds out that the list was changed meanwhile`() throws {
        try Attached.run {
            let probes = try Api("probe_test")
            with("[]") { list in
                let append = BtObject_GetAttrString(list, "append")
                for hash in 0..<3 {
                    let probe = call(probes.module, "Probe", int(hash), Bt_NewRef_(append))
                    BtList_Append(list, probe)
                    Bt_DECREF_(probe)
                }
                expectRaises(BtExc_ValueError, "list modified during sort") { BtList_Sort(list) }
                #expect(BtList_Size(list) == 3)
                Bt_DECREF_(append)
                BtList_Clear(list)
            }
        }
    }
}
