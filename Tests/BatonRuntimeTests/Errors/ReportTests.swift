import BatonRuntime
import CBaton
import Glibc
import Testing

// Reports go to standard error, so each of these runs in a process of its own, whose standard error is read.

@Suite struct `Reports of exceptions` {
    @Test func `print causes, contexts, places and notes as Python does`() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            try Attached.run {
                let module = try TestExtension.load("errors_test")
                let first = make(BtExc_KeyError, str("first"))!
                let second = make(BtExc_ValueError, str("second"))!
                BtException_SetContext(second, first)
                #expect(call(module, "raise_here") == nil)
                let third = BtErr_GetRaisedException()!
                BtException_SetCause(third, second)
                Bt_XDECREF_(call(third, "add_note", str("a note")))
                BtErr_DisplayException(third)
                Bt_DECREF_(third)
            }
        }
        #expect(
            errorText(result) == """
                KeyError: 'first'

                During handling of the above exception, another exception occurred:

                ValueError: second

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "shallow.c", line 22, in outer
                  File "deep.c", line 11, in inner
                ValueError: traced
                a note

                """)
    }

    @Test func `print and clear the raised one`() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            Attached.run {
                BtErr_SetString(BtErr_NewException("mod.Own", nil, nil)!, "text")
                BtErr_Print()
                #expect(BtErr_Occurred() == nil)
                BtErr_SetNone(BtExc_ValueError)
                BtErr_PrintEx(0)
                BtErr_SetString(BtExc_ValueError, "lost")
                BtErr_WriteUnraisable(noneRef)
                #expect(BtErr_Occurred() == nil)
            }
        }
        #expect(
            errorText(result) == """
                mod.Own: text
                ValueError
                Exception ignored in: None
                ValueError: lost

                """)
    }

    @Test func `title an unraisable one`() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            try Attached.run {
                let module = try TestExtension.load("errors_test")
                Bt_XDECREF_(call(module, "unraisable", int(5)))
            }
        }
        #expect(errorText(result) == "Exception ignored while closing 5:\nValueError: lost\n")
    }

    @Test func `end the process where a SystemExit is printed`() async {
        await #expect(processExitsWith: .exitCode(7)) {
            Attached.run {
                let code = int(7)
                BtErr_SetObject(BtExc_SystemExit, code)
                BtErr_Print()
            }
        }
    }

    @Test func `show the line of a SyntaxError whose file name is no text`() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            Attached.run {
                let loop = BtList_New(0)!
                let error = make(BtExc_SyntaxError, str("m"), tuple(loop, int(1), int(2), int(3)))!
                BtErr_DisplayException(error)
                Bt_DECREF_(error)
            }
        }
        #expect(errorText(result) == "  File \"<string>\", line 1\nSyntaxError: m\n")
    }
}

@Suite struct Warnings {
    @Test func `are shown once a place, ignored or raised, as the filters say`() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            setenv("BATON_WARNINGS", "error::RuntimeWarning,bogus", 1)
            try Attached.run {
                let module = try TestExtension.load("errors_test")
                for _ in 0..<2 {
                    #expect(repr(call(module, "warn_format", newReference(BtExc_UserWarning))) == "None")
                    #expect(repr(call(module, "warn_format", newReference(BtExc_DeprecationWarning))) == "None")
                    #expect(repr(call(module, "warn_resource", int(3))) == "None")
                }
                expectRaises(BtExc_RuntimeWarning, "value 3 of four") {
                    call(module, "warn_format", newReference(BtExc_RuntimeWarning))
                }
                expectRaises(BtExc_TypeError) { call(module, "warn_format", newReference(BtExc_ValueError)) }
                let registry = BtDict_New()!
                for _ in 0..<2 { #expect(repr(call(module, "warn_place", newReference(registry))) == "None") }
                #expect(BtDict_Size(registry) == 1)
                #expect(BtErr_WarnEx(nil, "", 1) == -1)
                expectRaised(BtExc_RuntimeWarning)
                #expect(BtErr_WarnExplicit(BtExc_FutureWarning, "soon", "f.py", 2, nil, nil) == 0)
                Bt_DECREF_(registry)
            }
        }
        #expect(
            errorText(result) == """
                baton: BATON_WARNINGS: the rule 'bogus' is not understood
                <sys>:0: UserWarning: value 3 of four
                place.py:12: UserWarning: odd thing
                f.py:2: FutureWarning: soon

                """)
    }
}

private func errorText(_ result: ExitTest.Result) -> String {
    String(decoding: result.standardErrorContent, as: UTF8.self)
}
