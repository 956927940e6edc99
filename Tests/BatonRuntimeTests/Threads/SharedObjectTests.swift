import BatonRuntime
import CBaton
import Testing

// What many threads do to the same objects, switching after every step. Hammered: the lock's hand-over, counts,
// containers, interned names, the heap's lists.

private let threadCount = 64
private let rounds = 20

@Suite(.tags(.threads)) struct `Objects shared by threads` {
    @Test func `a list has everything that was appended`() throws {
        let list = Attached.run { Shared(object: BtList_New(0)) }
        runThreads(threadCount) { index in
            Attached.run {
                for round in 0..<rounds {
                    let item = int(index * rounds + round)!
                    #expect(BtList_Append(list.object, item) == 0)
                    Bt_DECREF_(item)
                    switchThreads()
                }
            }
        }
        Attached.run {
            #expect(BtList_Sort(list.object) == 0)
            #expect(repr(list.object) == "[\((0..<threadCount * rounds).map(String.init).joined(separator: ", "))]")
        }
    }

    @Test func `a dict and a set have every key`() throws {
        let (dict, set) = Attached.run { (Shared(object: BtDict_New()), Shared(object: BtSet_New(nil))) }
        runThreads(threadCount) { index in
            Attached.run {
                for round in 0..<rounds {
                    let key = str("key \(index) \(round)")!
                    #expect(BtDict_SetItem(dict.object, key, key) == 0)
                    switchThreads()
                    #expect(BtSet_Add(set.object, key) == 0)
                    #expect(BtDict_Contains(dict.object, key) == 1)
                    if round % 2 == 1 { #expect(BtDict_DelItem(dict.object, key) == 0) }
                    Bt_DECREF_(key)
                    switchThreads()
                }
            }
        }
        Attached.run {
            #expect(BtDict_Size(dict.object) == threadCount * rounds / 2)
            #expect(BtSet_Size(set.object) == threadCount * rounds)
            Bt_DECREF_(dict.object)
            Bt_DECREF_(set.object)
        }
    }

    @Test func `names that many threads intern are one object each`() throws {
        let results = Attached.run { Shared(object: BtList_New(0)) }
        runThreads(threadCount) { _ in
            Attached.run {
                for round in 0..<rounds {
                    let name = BtUnicode_InternFromString("shared_name_\(round)")!
                    switchThreads()
                    #expect(BtList_Append(results.object, name) == 0)
                    Bt_DECREF_(name)
                }
            }
        }
        Attached.run {
            let identities = Set((0..<BtList_Size(results.object)).map { BtList_GetItem(results.object, $0)! })
            #expect(identities.count == rounds)
            Bt_DECREF_(results.object)
        }
    }

    @Test func `types made and called at once are whole`() throws {
        runThreads(8) { index in
            Attached.run {
                for round in 0..<rounds {
                    let name = "Made\(index)"
                    let type = call(BtType_Type_().ref, [str(name), tuple(), BtDict_New()])
                    guard let type else { continue }
                    switchThreads()
                    let object = call(type, [])
                    #expect(repr(object).contains(name), "round \(round)")
                    Bt_DECREF_(type)
                }
            }
        }
    }

    @Test func `an exception stays with its thread`() throws {
        runThreads(threadCount) { index in
            Attached.run {
                for _ in 0..<rounds {
                    BtErr_SetString(BtExc_ValueError, "of thread \(index)")
                    switchThreads()
                    expectRaised(BtExc_ValueError, "of thread \(index)")
                }
            }
        }
    }
}

/// Detach and attach again, so that another thread may have the lock in between.
private func switchThreads() {
    let state = BtEval_SaveThread()
    BtEval_RestoreThread(state)
}
