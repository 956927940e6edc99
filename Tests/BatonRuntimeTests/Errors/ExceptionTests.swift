import BatonRuntime
import CBaton
import Testing

@Suite struct Exceptions {
    /// What Python 3.13 shows: str, then repr.
    @Test func `are shown as Python shows them`() {
        Attached.run {
            let shown: [(Ref?, String, String)] = [
                (make(BtExc_ValueError), "", "ValueError()"),
                (make(BtExc_ValueError, str("a")), "a", "ValueError('a')"),
                (make(BtExc_ValueError, str("a"), int(1)), "('a', 1)", "ValueError('a', 1)"),
                (make(BtExc_KeyError, str("x")), "'x'", "KeyError('x')"),
                (make(BtExc_KeyError, str("x"), int(2)), "('x', 2)", "KeyError('x', 2)"),
                (make(BtExc_StopIteration, int(3)), "3", "StopIteration(3)"),
                (make(BtExc_SyntaxError), "None", "SyntaxError()"),
                (
                    make(BtExc_SyntaxError, str("m"), tuple(str("/a/f.py"), int(3), int(1), str("t"))),
                    "m (f.py, line 3)", "SyntaxError('m', ('/a/f.py', 3, 1, 't'))"
                ),
                (
                    make(BtExc_SyntaxError, str("m"), tuple(none(), int(3), int(1), str("t"))),
                    "m (line 3)", "SyntaxError('m', (None, 3, 1, 't'))"
                ),
            ]
            for (exception, expectedText, expectedRepr) in shown {
                guard let exception else {
                    Issue.record("not made: \(takeException() ?? "no exception")")
                    continue
                }
                #expect(repr(BtObject_Str(exception).flatMap { $0 }) == repr(str(expectedText)))
                #expect(repr(exception) == expectedRepr)
            }
        }
    }

    @Test func `of the system follow their number`() {
        Attached.run {
            let cases: [(Ref?, String, String, String)] = [
                (
                    make(BtExc_OSError, int(2), str("No such file"), str("f")), "FileNotFoundError",
                    "[Errno 2] No such file: 'f'", "FileNotFoundError(2, 'No such file')"
                ),
                (
                    make(BtExc_OSError, int(1), str("a"), str("b"), none(), str("c")), "PermissionError",
                    "[Errno 1] a: 'b' -> 'c'", "PermissionError(1, 'a')"
                ),
                (make(BtExc_OSError, str("a")), "OSError", "a", "OSError('a')"),
                (
                    make(BtExc_OSError, int(9999), str("odd")), "OSError", "[Errno 9999] odd",
                    "OSError(9999, 'odd')"
                ),
                (
                    make(BtExc_OSError, int(11), str("again"), int(5)), "BlockingIOError", "[Errno 11] again",
                    "BlockingIOError(11, 'again', 5)"
                ),
            ]
            for (exception, type, expectedText, expectedRepr) in cases {
                guard let exception else {
                    Issue.record("not made: \(takeException() ?? "no exception")")
                    continue
                }
                #expect(typeName(exception) == type)
                #expect(text(newReference(exception)) == expectedText)
                #expect(repr(exception) == expectedRepr)
            }
            let blocking = make(BtExc_BlockingIOError, int(11), str("again"), int(5))!
            #expect(repr(BtObject_GetAttrString(blocking, "characters_written")) == "5")
            #expect(repr(BtObject_GetAttrString(blocking, "filename")) == "None")
            Bt_DECREF_(blocking)
            let plain = make(BtExc_OSError)!
            expectRaises(BtExc_AttributeError, "characters_written") {
                BtObject_GetAttrString(plain, "characters_written")
            }
            Bt_DECREF_(plain)
        }
    }

    @Test func `of text name the place`() {
        Attached.run {
            func decode(_ start: Int, _ end: Int) -> Ref? {
                make(
                    BtExc_UnicodeDecodeError, str("utf-8"), bytes([0x61, 0xFF, 0x62]), int(start), int(end), str("bad"))
            }
            func encode(_ text: String, _ start: Int) -> Ref? {
                make(BtExc_UnicodeEncodeError, str("ascii"), str(text), int(start), int(start + 1), str("r"))
            }
            #expect(text(decode(1, 2)) == "'utf-8' codec can't decode byte 0xff in position 1: bad")
            #expect(text(decode(1, 3)) == "'utf-8' codec can't decode bytes in position 1-2: bad")
            #expect(text(encode("a\u{E9}", 1)) == "'ascii' codec can't encode character '\\xe9' in position 1: r")
            #expect(text(encode("a\u{1234}", 1)) == "'ascii' codec can't encode character '\\u1234' in position 1: r")
            #expect(
                text(encode("\u{12345}", 0)) == "'ascii' codec can't encode character '\\U00012345' in position 0: r")
            #expect(
                text(make(BtExc_UnicodeTranslateError, str("a\u{1234}"), int(0), int(2), str("r")))
                    == "can't translate characters in position 0-1: r")

            let error = decode(1, 99)!
            var place = 0
            #expect(BtUnicodeDecodeError_GetStart(error, &place) == 0 && place == 1)
            #expect(BtUnicodeDecodeError_GetEnd(error, &place) == 0 && place == 3)
            #expect(BtUnicodeDecodeError_SetStart(error, -5) == 0)
            #expect(BtUnicodeDecodeError_GetStart(error, &place) == 0 && place == 0)
            #expect(BtUnicodeDecodeError_SetReason(error, "worse") == 0)
            #expect(repr(BtUnicodeDecodeError_GetReason(error)) == "'worse'")
            #expect(repr(BtUnicodeDecodeError_GetEncoding(error)) == "'utf-8'")
            #expect(repr(BtUnicodeDecodeError_GetObject(error)) == "b'a\\xffb'")
            expectRaises(BtExc_TypeError) { BtUnicodeEncodeError_GetReason(error) }
            #expect(BtObject_SetAttrString(error, "object", noneRef) == 0)
            expectRaises(BtExc_TypeError) { BtUnicodeDecodeError_GetObject(error) }
            Bt_DECREF_(error)

            let made = BtUnicodeDecodeError_Create("utf-8", "a\u{1}", 2, 0, 1, "r")
            #expect(repr(made) == "UnicodeDecodeError('utf-8', b'a\\x01', 0, 1, 'r')")
        }
    }

    @Test func `have the attributes of their class`() {
        Attached.run {
            func attribute(_ object: Ref?, _ name: String) -> String {
                guard let object else { return "<\(takeException() ?? "not made")>" }
                defer { Bt_DECREF_(object) }
                return repr(BtObject_GetAttrString(object, name))
            }
            #expect(attribute(make(BtExc_StopIteration, int(3)), "value") == "3")
            #expect(attribute(make(BtExc_StopIteration), "value") == "None")
            #expect(attribute(make(BtExc_SystemExit, int(3), int(4)), "code") == "(3, 4)")
            #expect(attribute(make(BtExc_SystemExit, int(3)), "code") == "3")
            #expect(attribute(make(BtExc_SystemExit), "code") == "None")
            #expect(attribute(make(BtExc_SyntaxError, str("m")), "msg") == "'m'")
            #expect(attribute(make(BtExc_ImportError, str("m")), "msg") == "'m'")
            #expect(attribute(make(BtExc_ValueError, str("m")), "args") == "('m',)")
            #expect(attribute(make(BtExc_ValueError), "__cause__") == "None")
            #expect(attribute(make(BtExc_ValueError), "__suppress_context__") == "False")
            #expect(attribute(makeWith(BtExc_NameError, "name", str("n")), "name") == "'n'")
            #expect(attribute(makeWith(BtExc_AttributeError, "obj", int(5)), "obj") == "5")
            #expect(attribute(makeWith(BtExc_ImportError, "path", str("p")), "path") == "'p'")
            expectRaises(BtExc_TypeError, "ImportError() got an unexpected keyword argument 'x'") {
                makeWith(BtExc_ImportError, "x", int(1))
            }
            expectRaises(BtExc_TypeError, "OSError() takes no keyword arguments") {
                makeWith(BtExc_OSError, "x", int(1))
            }
            expectRaises(BtExc_TypeError, "ValueError() takes no keyword arguments") {
                makeWith(BtExc_ValueError, "x", int(1))
            }
        }
    }

    @Test func `refuse arguments that do not fit`() {
        Attached.run {
            expectRaises(BtExc_TypeError, "argument 1 must be str, not int") {
                make(BtExc_UnicodeDecodeError, int(1), bytes([]), int(0), int(1), str("r"))
            }
            expectRaises(BtExc_TypeError, "a bytes-like object is required, not 'str'") {
                make(BtExc_UnicodeDecodeError, str("a"), str("x"), int(0), int(1), str("r"))
            }
            expectRaises(BtExc_TypeError, "function takes exactly 5 arguments (1 given)") {
                make(BtExc_UnicodeDecodeError, str("a"))
            }
            expectRaises(BtExc_TypeError, "argument 2 must be str, not bytes") {
                make(BtExc_UnicodeEncodeError, str("a"), bytes([]), int(0), int(1), str("r"))
            }
            expectRaises(BtExc_TypeError, "function takes at least 4 arguments (1 given)") {
                make(BtExc_SyntaxError, str("m"), tuple(int(1)))
            }
            expectRaises(BtExc_TypeError, "end_offset must be provided when end_lineno is provided") {
                make(BtExc_SyntaxError, str("m"), tuple(int(1), int(2), int(3), int(4), int(5)))
            }
            let error = make(BtExc_ValueError)!
            defer { Bt_DECREF_(error) }
            expectRaises(BtExc_TypeError, "note must be a str, not 'int'") { call(error, "add_note", int(1)) }
            expectRaises(BtExc_TypeError, "__traceback__ must be a traceback or None") {
                call(error, "with_traceback", int(1))
            }
            expectRaises(BtExc_TypeError, "exception cause must be None or derive from BaseException") {
                BtObject_SetAttrString(error, "__cause__", trueRef)
            }
            expectRaises(BtExc_TypeError, "exception context must be None or derive from BaseException") {
                BtObject_SetAttrString(error, "__context__", trueRef)
            }
            expectRaises(BtExc_TypeError, "args may not be deleted") { BtObject_DelAttrString(error, "args") }
        }
    }

    @Test func `keep notes, a dict, and what they are reduced to`() {
        Attached.run {
            let error = make(BtExc_ValueError, int(1))!
            defer { Bt_DECREF_(error) }
            #expect(repr(call(error, "add_note", str("one"))) == "None")
            #expect(repr(call(error, "add_note", str("two"))) == "None")
            #expect(repr(BtObject_GetAttrString(error, "__notes__")) == "['one', 'two']")
            #expect(
                repr(call(error, "__reduce__")) == "(<class 'ValueError'>, (1,), {'__notes__': ['one', 'two']})")
            #expect(BtObject_SetAttrString(error, "args", tupleOfOne()) == 0)
            #expect(repr(newReference(error)) == "ValueError('new')")
        }
    }

    @Test func `free a long chain of contexts without deep recursion`() {
        Attached.run {
            var chain = make(BtExc_ValueError)!
            for _ in 0..<200_000 {
                let outer = make(BtExc_ValueError)!
                BtException_SetContext(outer, chain)
                chain = outer
            }
            Bt_DECREF_(chain)
        }
    }

    private func tupleOfOne() -> Ref {
        // Leaked on purpose: the attribute takes a reference of its own, and the test is over.
        tuple(str("new"))!
    }
}

/// Call a class; the arguments are taken over.
func make(_ type: Ref, _ arguments: Ref?...) -> Ref? { call(type, arguments) }

/// Call a class with one keyword argument, which is taken over.
private func makeWith(_ type: Ref, _ keyword: String, _ value: Ref?) -> Ref? {
    guard let value, let kwargs = BtDict_New(), let args = BtTuple_New(0) else { return nil }
    defer {
        Bt_DECREF_(kwargs)
        Bt_DECREF_(args)
        Bt_DECREF_(value)
    }
    guard BtDict_SetItemString(kwargs, keyword, value) == 0 else { return nil }
    return BtObject_Call(type, args, kwargs)
}
