import BatonRuntime
import CBaton
import Testing

// Structures nested a million deep. Each in a process of its own, since what goes wrong overflows the stack.

private let depth = 1_000_000
/// Deep enough, of what takes longer to make.
private let fewer = 200_000

@Suite struct `Deep nesting` {
    @Test func `of lists is freed`() async {
        await #expect(processExitsWith: .success) {
            Attached.run { Bt_DECREF_(nestedList()) }
        }
    }

    @Test func `of tuples and dicts is freed`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                Bt_DECREF_(nestedTuple())
                Bt_DECREF_(
                    nested(in: BtDict_New()) { inner in
                        let outer = BtDict_New()!
                        BtDict_SetItem(outer, noneRef, inner)
                        Bt_DECREF_(inner)
                        return outer
                    })
            }
        }
    }

    @Test func `of methods and slices is freed`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                Bt_DECREF_(nested(in: BtList_New(0)) { taking($0) { BtMethod_New($0, $0) } })
                Bt_DECREF_(nestedSlice())
            }
        }
    }

    @Test func `of exceptions is freed`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                Bt_DECREF_(
                    nested(in: BtObject_CallNoArgs(BtExc_ValueError), fewer) { inner in
                        let outer = BtObject_CallNoArgs(BtExc_ValueError)!
                        BtException_SetCause(outer, inner)
                        return outer
                    })
            }
        }
    }

    @Test func `of properties and wrapped methods is freed`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                for type in [BtProperty_Type_(), BtStaticMethod_Type_(), BtClassMethod_Type_()] {
                    Bt_DECREF_(nested(in: BtList_New(0), fewer) { taking($0) { BtObject_CallOneArg(type.ref, $0) } })
                }
            }
        }
    }

    @Test func `of iterators is freed, and a RecursionError to ask for an item`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                for type in [BtFilter_Type_(), BtMap_Type_()] {
                    let iterator = nested(in: call(BtList_Type_().ref, []), fewer) { call(type.ref, [noneRef, $0])! }
                    expectRaises(BtExc_RecursionError) { BtIter_Next(iterator) }
                    Bt_DECREF_(iterator)
                }
            }
        }
    }

    @Test func `is a RecursionError to repr, str and compare`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                let (left, right) = (nestedList(), nestedList())
                expectRaises(BtExc_RecursionError) { BtObject_Repr(left) }
                expectRaises(BtExc_RecursionError) { BtObject_Str(left) }
                expectRaises(BtExc_RecursionError) { BtObject_RichCompare(left, right, BT_EQ) }
                expectRaises(BtExc_RecursionError) { BtObject_RichCompareBool(left, right, BT_LT) }
                Bt_DECREF_(left)
                Bt_DECREF_(right)
            }
        }
    }

    @Test func `is a RecursionError to isinstance and issubclass`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                let types = nestedTuple()
                expectRaises(BtExc_RecursionError) { BtObject_IsInstance(noneRef, types) }
                expectRaises(BtExc_RecursionError) { BtObject_IsSubclass(BtLong_Type_().ref, types) }
                Bt_DECREF_(types)
            }
        }
    }

    @Test func `is a RecursionError to hash`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                for object in [nestedTuple(), nestedSlice()] {
                    expectRaises(BtExc_RecursionError) { BtObject_Hash(object) }
                    Bt_DECREF_(object)
                }
            }
        }
    }

    @Test func `leaves the thread able to go on`() async {
        await #expect(processExitsWith: .success) {
            Attached.run {
                let list = nestedList()
                for _ in 0..<3 { expectRaises(BtExc_RecursionError) { BtObject_Repr(list) } }
                Bt_DECREF_(list)
                #expect(evaluated("str([[1], (2, [3])])") == "'[[1], (2, [3])]'")
            }
        }
    }
}

/// So many objects, each made around the one before, which it takes over.
private func nested(in first: Ref?, _ depth: Int = depth, _ wrap: (Ref) -> Ref) -> Ref {
    var object = first!
    for _ in 0..<depth { object = wrap(object) }
    return object
}

/// What `make` makes of an object that it borrows, in the place of the reference to that.
private func taking(_ object: Ref, _ make: (Ref) -> Ref?) -> Ref {
    defer { Bt_DECREF_(object) }
    return make(object)!
}

private func nestedList() -> Ref {
    nested(in: BtList_New(0)) {
        let outer = BtList_New(1)!
        BtList_SetItem(outer, 0, $0)
        return outer
    }
}

private func nestedTuple() -> Ref {
    nested(in: BtTuple_New(0)) {
        let outer = BtTuple_New(1)!
        BtTuple_SetItem(outer, 0, $0)
        return outer
    }
}

private func nestedSlice() -> Ref { nested(in: BtTuple_New(0)) { taking($0) { BtSlice_New($0, nil, nil) } } }
