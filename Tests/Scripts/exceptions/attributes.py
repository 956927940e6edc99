# args, str, repr, with_traceback, add_note, cause and context.
for e in [ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(), KeyError("a", "b"), KeyError(1), OSError(2, "msg"), OSError(2, "msg", "file"), OSError("one"), OSError(2, "m", "f1", None, "f2"), StopIteration(5), SystemExit(), SystemExit(3), SystemExit(1, 2), ImportError("m", name="n", path="p"), AttributeError("a", name="n", obj=1), NameError("x", name="x"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"), UnicodeEncodeError("ascii", "é", 0, 1, "why"), SyntaxError("m", ("f", 1, 2, "text")), SyntaxError("m"), SyntaxError(), AssertionError(1), ImportError(), MemoryError(), RecursionError("r"), UnicodeTranslateError("é", 0, 1, "r")]:
    print(str(e), "|", repr(e), "|", e.args, sorted(k for k in dir(e) if not k.startswith("_")))
e = ValueError("x")
e.add_note("one"); e.add_note("two"); print(e.__notes__, e.with_traceback(None) is e, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
e.args = (1, 2); print(e, e.args); e.custom = 5; print(e.__dict__)
for s in ["e.add_note(5)", "e.args = 5", "e.__cause__ = 5", "e.__traceback__ = 5", "e.with_traceback(5)", "del e.args", "e.__context__ = 'x'", "ValueError(x=1)", "StopIteration(value=1)", "OSError(errno=1)", "KeyError(k=1)", "AttributeError('a', foo=1)", "ImportError('a', foo=1)", "UnicodeDecodeError('a')", "UnicodeDecodeError('a', 'b', 1, 2, 'c')", "SyntaxError('m', 5)", "SyntaxError('m', (1,))", "BaseException.__new__(int)", "e.__suppress_context__ = 'x'", "del e.__cause__"]:
    try: exec(s); print(s, "fine")
    except Exception as x: print(s, type(x).__name__, x)
