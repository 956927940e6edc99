import BatonRuntime
import CBaton
import CBaton.Host
import Testing

@Suite(.tags(.threads)) struct `Threads of an extension` {
    @Test func `a block has an early way out`() throws {
        try Attached.run {
            let module = try TestExtension.load("thread_test")
            #expect(repr(call(module, "early_exit", int(3))) == "False")
            #expect(repr(call(module, "early_exit", int(30))) == "True")
            expectRaises(BtExc_TypeError) { call(module, "early_exit", str("3")) }
        }
    }

    @Test func `native threads attach and change one list`() throws {
        try Attached.run {
            let module = try TestExtension.load("thread_test")
            let list = try #require(call(module, "append_from_threads"))
            #expect(BtList_Sort(list) == 0)
            #expect(repr(list) == "[" + (0..<400).map(String.init).joined(separator: ", ") + "]")
        }
    }

    @Test func `a thread has its dictionary, and the runtime one for all`() throws {
        try Attached.run {
            let module = try TestExtension.load("thread_test")
            let first = try #require(call(module, "dictionaries"))
            let second = try #require(call(module, "dictionaries"))
            #expect(BtTuple_GetItem(first, 0) == BtTuple_GetItem(second, 0))
            #expect(BtTuple_GetItem(first, 1) == BtTuple_GetItem(second, 1))
            #expect(BtTuple_GetItem(first, 0) != BtTuple_GetItem(first, 1))
            #expect(repr(second).hasPrefix("({"))
            Bt_DECREF_(first)
        }
    }

    @Test func `an exception class or instance is raised at a safe point`() throws {
        try Attached.run {
            let module = try TestExtension.load("thread_test")
            expectRaises(BtExc_ValueError, "") {
                call(module, "raise_at_safe_point", Bt_NewRef_(BtExc_ValueError))
            }
            let exception = try #require(call(BtExc_KeyError, [str("late")]))
            expectRaises(BtExc_KeyError, "'late'") { call(module, "raise_at_safe_point", exception) }
        }
    }

    @Test func `an attach under a guard nests`() throws {
        try Attached.run {
            let module = try TestExtension.load("thread_test")
            #expect(repr(call(module, "ensure_with_guard")) == "True")
        }
    }

    @Test func `a mutex and a critical section nest`() throws {
        try Attached.run {
            let module = try TestExtension.load("thread_test")
            #expect(repr(call(module, "count")) == "1")
            #expect(repr(call(module, "count")) == "2")
        }
    }
}

@Suite struct `Ending and interrupting` {
    @Test func `an interrupt is a KeyboardInterrupt at the main thread's next safe point`() async {
        await #expect(processExitsWith: .success) {
            Bt_Initialize()
            BtErr_SetInterrupt()
            precondition(BtEval_SafePoint() == -1)
            precondition(BtErr_ExceptionMatches(BtExc_KeyboardInterrupt) != 0)
            BtErr_Clear()
            precondition(BtEval_SafePoint() == 0 && BtErr_CheckSignals() == 0)
        }
    }

    @Test func `after shutdown has begun, a guard is a RuntimeError`() async {
        await #expect(processExitsWith: .success) {
            Bt_Initialize()
            _bt_shutdown_begin()
            precondition(BtInterpreterGuard_FromCurrent() == nil)
            precondition(BtErr_ExceptionMatches(BtExc_RuntimeError) != 0)
        }
    }

    @Test func `correct code ends in silence`() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            Bt_Initialize()
            let state = BtEval_SaveThread()
            BtEval_RestoreThread(state)
            precondition(Bt_FinalizeEx() == 0)
        }
        #expect(result.standardErrorContent.isEmpty)
    }

    @Test func `restoring twice ends with R3`() async throws {
        let result = try await #require(
            processExitsWith: .failure, observing: [\.standardErrorContent]
        ) {
            Bt_Initialize()
            let state = BtEval_SaveThread()
            BtEval_RestoreThread(state)
            BtEval_RestoreThread(state)
        }
        #expect(String(decoding: result.standardErrorContent, as: UTF8.self).contains("(R3). See: baton explain R3"))
    }

    @Test func `counting in a block ends with R2 and names the type`() async throws {
        let result = try await #require(
            processExitsWith: .failure, observing: [\.standardErrorContent]
        ) {
            Bt_Initialize()
            let list = BtList_New(0)!
            BtEval_SaveThread()
            Bt_INCREF_(list)
        }
        let message = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(message.contains("(R2)") && message.contains("'list'"))
    }
}
