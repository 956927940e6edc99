import BatonRuntime
import CBaton
import Glibc
import Testing

@Suite struct `The error indicator` {
    @Test func `holds what was raised last`() {
        Attached.run {
            #expect(BtErr_Occurred() == nil)
            BtErr_SetString(BtExc_ValueError, "one")
            #expect(BtErr_Occurred() == BtExc_ValueError)
            BtErr_SetNone(BtExc_KeyError)
            #expect(BtErr_Occurred() == BtExc_KeyError)
            BtErr_Clear()
            #expect(BtErr_Occurred() == nil)
            BtErr_SetObject(BtExc_ValueError, nil)
            expectRaised(BtExc_ValueError, "")
        }
    }

    @Test func `makes the exception from what it is given`() {
        Attached.run {
            func raised(_ type: Ref, _ value: Ref?) -> String {
                BtErr_SetObject(type, value)
                Bt_XDECREF_(value)
                return repr(BtErr_GetRaisedException())
            }
            #expect(raised(BtExc_ValueError, str("a")) == "ValueError('a')")
            #expect(raised(BtExc_ValueError, tuple(int(1), int(2))) == "ValueError(1, 2)")
            #expect(raised(BtExc_OSError, tuple(int(2), str("gone"))) == "FileNotFoundError(2, 'gone')")
            #expect(raised(BtExc_LookupError, make(BtExc_KeyError, int(1))) == "KeyError(1)")
            #expect(raised(BtExc_KeyError, make(BtExc_ValueError, int(1))) == "KeyError(ValueError(1))")
            #expect(raised(noneRef, int(1)).hasPrefix("SystemError("))
            BtErr_SetString(BtExc_ValueError, "\u{E4}\u{1F600}")
            expectRaised(BtExc_ValueError, "\u{E4}\u{1F600}")
        }
    }

    @Test func `matches classes, tuples of them, and what derives from them`() {
        Attached.run {
            let either = tuple(newReference(BtExc_TypeError), tuple(newReference(BtExc_LookupError)))!
            defer { Bt_DECREF_(either) }
            BtErr_SetString(BtExc_KeyError, "k")
            #expect(BtErr_ExceptionMatches(BtExc_KeyError) == 1)
            #expect(BtErr_ExceptionMatches(BtExc_LookupError) == 1)
            #expect(BtErr_ExceptionMatches(BtExc_ValueError) == 0)
            #expect(BtErr_ExceptionMatches(either) == 1)
            BtErr_Clear()
            #expect(BtErr_ExceptionMatches(BtExc_KeyError) == 0)
            #expect(BtErr_GivenExceptionMatches(BtExc_IndexError, either) == 1)
            #expect(BtErr_GivenExceptionMatches(BtExc_OSError, either) == 0)
            #expect(BtErr_GivenExceptionMatches(nil, either) == 0)
        }
    }

    @Test func `is taken apart and put together`() {
        Attached.run {
            BtErr_SetString(BtExc_ValueError, "one")
            var type: Ref?
            var value: Ref?
            var traceback: Ref?
            BtErr_Fetch(&type, &value, &traceback)
            #expect(BtErr_Occurred() == nil)
            #expect(type == BtExc_ValueError && traceback == nil)
            BtErr_NormalizeException(&type, &value, &traceback)
            BtErr_Restore(type, value, traceback)
            expectRaised(BtExc_ValueError, "one")

            BtErr_Restore(newReference(BtExc_KeyError), str("plain"), nil)
            expectRaised(BtExc_KeyError, "'plain'")
            BtErr_SetString(BtExc_ValueError, "one")
            BtErr_Restore(nil, nil, nil)
            #expect(BtErr_Occurred() == nil)

            type = newReference(BtExc_OSError)
            value = tuple(int(2), str("gone"))
            BtErr_NormalizeException(&type, &value, &traceback)
            #expect(type == BtExc_FileNotFoundError)
            #expect(repr(value) == "FileNotFoundError(2, 'gone')")
            Bt_XDECREF_(type)
            BtErr_SetRaisedException(int(1))
            expectRaised(BtExc_SystemError)
        }
    }

    @Test func `gives an exception the one that is handled as its context`() {
        Attached.run {
            let handled = make(BtExc_KeyError, str("first"))!
            BtErr_SetHandledException(handled)
            BtErr_SetString(BtExc_ValueError, "second")
            let raised = BtErr_GetRaisedException()!
            #expect(repr(BtException_GetContext(raised)) == "KeyError('first')")
            // Raising the handled one again while the other is handled must not close a circle.
            BtErr_SetHandledException(raised)
            BtErr_SetObject(BtExc_KeyError, handled)
            let again = BtErr_GetRaisedException()!
            #expect(again == handled)
            #expect(repr(BtException_GetContext(again)) == "ValueError('second')")
            #expect(BtException_GetContext(raised) == nil)
            BtErr_SetHandledException(nil)
            #expect(BtErr_GetHandledException() == nil)
            BtException_SetContext(again, nil)
            Bt_DECREF_(again)
            Bt_DECREF_(raised)
            Bt_DECREF_(handled)
        }
    }

    @Test func `sets causes and contexts`() {
        Attached.run {
            let error = make(BtExc_ValueError)!
            defer { Bt_DECREF_(error) }
            #expect(BtException_GetCause(error) == nil)
            BtException_SetCause(error, make(BtExc_KeyError))
            #expect(repr(BtException_GetCause(error)) == "KeyError()")
            #expect(repr(BtObject_GetAttrString(error, "__suppress_context__")) == "True")
            BtException_SetCause(error, nil)
            #expect(BtException_GetCause(error) == nil)

            let earlier = make(BtExc_KeyError, str("earlier"))
            BtErr_SetString(BtExc_ValueError, "later")
            _BtErr_ChainExceptions1(earlier)
            let later = BtErr_GetRaisedException()!
            #expect(repr(BtException_GetContext(later)) == "KeyError('earlier')")
            Bt_DECREF_(later)
            _BtErr_ChainExceptions1(make(BtExc_KeyError, str("alone")))
            expectRaised(BtExc_KeyError, "'alone'")
        }
    }

    @Test func `raises MemoryError as often as one likes`() {
        Attached.run {
            var kept: [Ref] = []
            for _ in 0..<100 {
                #expect(BtErr_NoMemory() == nil)
                kept.append(BtErr_GetRaisedException()!)
            }
            #expect(kept.allSatisfy { $0.type == _bt_exc_MemoryError_() })
            #expect(Set(kept).count > 10)
            for error in kept { Bt_DECREF_(error) }
            #expect(BtErr_NoMemory() == nil)
            expectRaised(BtExc_MemoryError, "")
        }
    }

    @Test func `tells of system calls`() {
        Attached.run {
            errno = ENOENT
            #expect(BtErr_SetFromErrno(BtExc_OSError) == nil)
            expectRaised(BtExc_FileNotFoundError, "[Errno 2] No such file or directory")
            errno = EACCES
            #expect(BtErr_SetFromErrnoWithFilename(BtExc_OSError, "/x") == nil)
            expectRaised(BtExc_PermissionError, "[Errno 13] Permission denied: '/x'")
            let left = str("a")!
            let right = str("b")!
            errno = EEXIST
            #expect(BtErr_SetFromErrnoWithFilenameObjects(BtExc_OSError, left, right) == nil)
            expectRaised(BtExc_FileExistsError, "[Errno 17] File exists: 'a' -> 'b'")
            errno = 0
            #expect(BtErr_SetFromErrnoWithFilenameObject(BtExc_OSError, left) == nil)
            expectRaised(BtExc_OSError, "[Errno 0] Error: 'a'")
            Bt_DECREF_(left)
            Bt_DECREF_(right)
        }
    }

    @Test func `tells of imports and syntax`() {
        Attached.run {
            let message = str("m")!
            let name = str("n")!
            #expect(BtErr_SetImportError(message, name, nil) == nil)
            let error = BtErr_GetRaisedException()!
            #expect(repr(BtObject_GetAttrString(error, "name")) == "'n'")
            #expect(repr(BtObject_GetAttrString(error, "path")) == "None")
            #expect(text(error) == "m")
            #expect(BtErr_SetImportErrorSubclass(BtExc_ValueError, message, nil, nil) == nil)
            expectRaised(BtExc_TypeError, "expected a subclass of ImportError")
            #expect(BtErr_SetImportError(nil, nil, nil) == nil)
            expectRaised(BtExc_TypeError, "expected a message argument")
            Bt_DECREF_(message)
            Bt_DECREF_(name)

            BtErr_SetString(BtExc_SyntaxError, "odd")
            BtErr_SyntaxLocationEx("/no/such.py", 3, 4)
            let syntax = BtErr_GetRaisedException()!
            #expect(repr(BtObject_GetAttrString(syntax, "lineno")) == "3")
            #expect(repr(BtObject_GetAttrString(syntax, "offset")) == "4")
            #expect(text(syntax) == "odd (such.py, line 3)")
        }
    }

    @Test func `refuses what is no class and what is NULL`() {
        Attached.run {
            BtErr_SetString(nil, "x")
            expectRaised(BtExc_SystemError)
            BtErr_SetString(noneRef, "x")
            expectRaised(BtExc_SystemError, "_BtErr_SetObject: exception None is not a BaseException subclass")
            BtErr_BadInternalCall()
            expectRaised(BtExc_SystemError, "bad argument to internal function")
            #expect(BtErr_BadArgument() == 0)
            expectRaised(BtExc_TypeError, "bad argument type for built-in operation")
            let number = int(1)!
            #expect(BtException_SetTraceback(number, noneRef) == -1)
            expectRaised(BtExc_SystemError)
            #expect(BtException_GetContext(number) == nil)
            Bt_DECREF_(number)
        }
    }

    @Test func `is reported with R9 when it is set while detached`() async {
        await #expect(processExitsWith: .failure) {
            Attached.startRuntime()
            BtErr_SetString(BtExc_ValueError, "nobody sees this")
        }
    }
}
