# Exceptions: their making, attributes, texts, states and what raise says of what it is given.
import copy


def shown(source, names={}):
    try:
        print(source, "->", repr(eval(source, dict(globals(), **names))))
    except BaseException as error:
        print(source, "->", type(error).__name__, error)


class E(Exception):
    pass


class Kw(Exception):
    def __init__(self, *args, code=0):
        super().__init__(*args)
        self.code = code


def caught(function, *arguments):
    try:
        function(*arguments)
    except BaseException as error:
        return error


def raiser(value, cause=0):
    if cause == 0:
        raise value
    raise value from cause


for source in """
Exception();Exception(1);Exception(1, "a");Exception([1]);Exception(x=1);str(Exception());str(Exception("a"));str(Exception(1, 2));str(Exception(None));repr(Exception("it's"));Exception(1).args;E("x", 2);str(E());Kw(1, code=5).code;Kw(1, code=5).args;Kw(1, cod=5);BaseException(1) == BaseException(1);Exception.__mro__[1].__name__;Exception(1)[0];len(Exception(1));hash(Exception()) != 0;Exception.args;Exception().__dict__;Exception("é");repr(E(E()))
KeyError(1);str(KeyError(1));str(KeyError("a"));str(KeyError("a", "b"));str(KeyError());repr(KeyError("a"));str(IndexError("a"));str(LookupError("a"));StopIteration(1).value;StopIteration().value;StopIteration(1, 2).value;StopIteration(1, 2).args;setattr(StopIteration(1), "value", 2);SystemExit().code;SystemExit(1).code;SystemExit(1, 2).code;SystemExit("x").args;AttributeError("a", name="n", obj=5).name;AttributeError("a", name="n", obj=5).obj;AttributeError("a").name;AttributeError("a", x=1);NameError("a", name="n").name;NameError("a").name;NameError(name="n").args;ImportError("a", name="n", path="p").path;ImportError("a", name_from="f").name_from;ImportError("a", bad=1);ImportError(1).msg;ImportError(1, 2).msg;str(ImportError(1, 2));ImportError().msg;repr(ImportError("a", name="n"));ModuleNotFoundError("m", name="x").name;str(ModuleNotFoundError("m"));UnboundLocalError("a", name="b").name
OSError();OSError(1);OSError(2, "text");OSError(2, "text").errno;OSError(2, "text").strerror;OSError(2, "text", "file").filename;OSError(2, "text", "file", None, "two").filename2;str(OSError(2, "text"));str(OSError(2, "text", "file"));str(OSError(2, "text", "file", None, "two"));str(OSError("a", "b"));str(OSError(1, 2, 3));OSError(2, "text", "file").args;type(OSError(2, "x")).__name__;type(OSError(13, "x")).__name__;type(OSError(17, "x")).__name__;type(OSError(32, "x")).__name__;type(OSError(104, "x")).__name__;type(OSError(110, "x")).__name__;type(OSError(4, "x")).__name__;type(OSError(10, "x")).__name__;type(OSError(3, "x")).__name__;type(OSError(20, "x")).__name__;type(OSError(21, "x")).__name__;type(OSError(11, "x")).__name__;type(OSError(9999, "x")).__name__;type(OSError(2)).__name__;OSError(2, "x", "f", 1, "g", 5);repr(OSError(2, "x", "f"));OSError(1, 2, 3, 4, 5, 6, 7);FileNotFoundError(13, "x").errno;type(FileNotFoundError(13, "x")).__name__;OSError is IOError is EnvironmentError;BlockingIOError(11, "a", 5).characters_written;BlockingIOError(11, "a").characters_written;OSError(errno=5);OSError("only").errno;str(OSError("only"))
SyntaxError();SyntaxError("m");SyntaxError("m", ("f", 1, 2, "t"));SyntaxError("m", ("f", 1, 2, "t")).offset;SyntaxError("m", ("f", 1, 2, "t", 3, 4)).end_lineno;str(SyntaxError("m", ("f", 1, 2, "t")));str(SyntaxError("m", ("/a/f.py", 1, 2, "t")));str(SyntaxError("m", (None, 1, 2, "t")));str(SyntaxError("m", ("f", None, 2, "t")));SyntaxError("m", (1, 2));SyntaxError("m", 5);SyntaxError("m", ("f", 1, 2, "t", 3));SyntaxError("m", ()).msg;SyntaxError("m", ("f", 1, 2, "t"), 3).args;SyntaxError(1).msg;SyntaxError("a", ("f", "x", None, 5)).lineno;SyntaxError().print_file_and_line;IndentationError("m", ("f", 1, 2, "t")).text;TabError.__mro__[1].__name__
UnicodeDecodeError("utf-8", b"abc", 1, 2, "why");str(UnicodeDecodeError("utf-8", b"abc", 1, 2, "why"));str(UnicodeDecodeError("utf-8", b"abc", 0, 3, "why"));str(UnicodeDecodeError("utf-8", b"abc", 5, 6, "why"));UnicodeDecodeError("utf-8", "abc", 1, 2, "why");UnicodeDecodeError(1, b"", 1, 2, "w");UnicodeDecodeError("a", b"b", 1, 2);UnicodeEncodeError("ascii", "aé", 1, 2, "why").object;str(UnicodeEncodeError("ascii", "aé", 1, 2, "why"));str(UnicodeEncodeError("ascii", "a\\u20ac", 1, 2, "why"));str(UnicodeEncodeError("ascii", "a\\U0001f600", 1, 2, "why"));str(UnicodeEncodeError("ascii", "abc", 0, 2, "why"));UnicodeEncodeError("ascii", b"a", 1, 2, "why");str(UnicodeTranslateError("aé", 1, 2, "why"));UnicodeTranslateError("aé", 1, 2, "why").end;UnicodeTranslateError("a", 1);UnicodeDecodeError("utf-8", b"abc", 1, 2, "why").args;UnicodeDecodeError("utf-8", bytearray(b"abc"), 1, 2, "why").object;str(UnicodeDecodeError.__new__(UnicodeDecodeError))
ExceptionGroup("m", [ValueError(1)]);ExceptionGroup("m", []);ExceptionGroup("m", [1]);ExceptionGroup("m", [KeyboardInterrupt()]);ExceptionGroup("m");ExceptionGroup(1, [E()]);ExceptionGroup("m", 5);ExceptionGroup("m", (E(),)).exceptions;str(ExceptionGroup("m", [E()]));str(ExceptionGroup("m", [E(), E()]));BaseExceptionGroup("m", [E()]);BaseExceptionGroup("m", [KeyboardInterrupt()]);type(BaseExceptionGroup("m", [E()])).__name__;ExceptionGroup("m", [E()]).message;ExceptionGroup("m", [E()]).args;ExceptionGroup("m", [E(), TypeError()]).split(TypeError);ExceptionGroup("m", [E(), TypeError()]).subgroup(lambda e: isinstance(e, E));ExceptionGroup("m", [E()]).subgroup(5);ExceptionGroup("m", [E()]).split((E, 5));ExceptionGroup("m", [E()]).derive([TypeError()]);ExceptionGroup("m", [E()]).subgroup(KeyError);ExceptionGroup[int];setattr(ExceptionGroup("m", [E()]), "exceptions", ())
caught(raiser, 5);caught(raiser, "text");caught(raiser, int);caught(raiser, E);caught(raiser, E(1));caught(raiser, None);caught(raiser, E, 5);caught(raiser, E, KeyError).__cause__;caught(raiser, E, KeyError("k")).__cause__;caught(raiser, E, None).__suppress_context__;caught(raiser, E, int);caught(raiser, Kw);caught(raiser, type("Bad", (Exception,), {"__init__": lambda s: 1 / 0}));caught(raiser, type("Odd", (Exception,), {"__new__": lambda c: 5}));caught(raiser, E(1), E(2)).__context__;caught(raiser, UnicodeDecodeError);caught(raiser, type);caught(raiser, [E]);caught(raiser, (E, KeyError))
E().__cause__, E().__context__, E().__suppress_context__, E().__traceback__;setattr(E(), "__cause__", 5);setattr(E(), "__cause__", E);setattr(E(), "__context__", 5);setattr(E(), "__traceback__", 5);setattr(E(), "__suppress_context__", 5);delattr(E(), "__cause__");delattr(E(), "__traceback__");delattr(E(), "args");setattr(E(), "args", 5);setattr(E(), "args", "ab");E().with_traceback(5);E().with_traceback(None);E().with_traceback();E(1).add_note("n");E(1).add_note(5);E().add_note();E().__notes__;E(1).__reduce__();Kw(1, code=2).__reduce__();OSError(2, "x", "f").__reduce__();ImportError("m", name="n").__reduce__();KeyError(1).__setstate__({"a": 5});E().__setstate__(5);copy.copy(E(1, 2));copy.copy(OSError(2, "x", "f"));copy.copy(Kw(1, code=3)).code;copy.deepcopy(E([1]));copy.copy(ImportError("m", name="n")).name
""".strip().replace("\n", ";").split(";"):
    shown(source)
error = E("a")
error.add_note("one")
error.add_note("two")
print(error.__notes__, error.__dict__)
error.args = ("x", "y")
print(error, repr(error), error.args)
error.args = [1]
print(error.args)
error.extra = 5
print(vars(error) == {"__notes__": ["one", "two"], "extra": 5})


def order():
    log = []
    try:
        try:
            log.append("try")
            raise E("first")
        except E as e:
            log.append("except")
            raise KeyError("second")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except KeyError as e:
        log.append((type(e.__context__).__name__, e.__cause__, e.__suppress_context__))
    else:
        log.append("never")
    finally:
        log.append("end")
    return log


print(order())


def returns():
    for i in range(3):
        try:
            if i == 0:
                continue
            if i == 1:
                raise E
            return "try"
        except E:
            continue
        finally:
            if i == 2:
                return "finally"


print(returns())


def lost():
    try:
        raise E("lost")
    finally:
        return "swallowed"


def breaks():
    while True:
        try:
            raise E("lost")
        finally:
            break
    return "broken out"


print(lost(), breaks())
for statement in ["raise", "raise E from", "try:\n raise E\nexcept 5: pass", "try:\n raise E\nexcept (E, 5): print('matched first')", "try:\n raise E\nexcept (KeyError, 5): pass", "try:\n raise E\nexcept [E]: pass", "try:\n raise E\nexcept 'E': pass", "try:\n pass\nexcept nope: pass\nprint('not evaluated')",
                  "try:\n raise E\nexcept int: pass", "try:\n raise E\nexcept (): pass", "try:\n raise E\nexcept ((KeyError, (E,)),): print('nested')", "try:\n raise E(1)\nexcept E as e: pass\nprint(e)", "e = 1\ntry:\n raise E\nexcept E as e: pass\nprint(e)", "try:\n raise E\nexcept E as e:\n del e\nprint('deleted')",
                  "try:\n raise E\nexcept E as e:\n e = 5\nprint('rebound')", "try:\n 1 / 0\nexcept ZeroDivisionError:\n raise", "try:\n raise E(1)\nexcept E:\n try:\n  raise KeyError(2)\n except KeyError:\n  pass\n raise", "assert 0", "assert 0, 'why'", "assert 0, ('a', 1)", "assert (0, 'always'), 'never'\nprint('tuple')", "assert [], E",
                  "with 5: pass", "with E() as e: pass", "class A:\n __enter__ = 1\nwith A(): pass", "class A:\n def __enter__(self): return 5\nwith A(): pass", "class A:\n def __exit__(self, *a): return 5\nwith A(): pass", "class A:\n def __enter__(self): return self\n def __exit__(self): pass\nwith A(): pass",
                  "class A:\n def __enter__(self): return (1, 2)\n def __exit__(self, *a): print(a[0]); return True\nwith A() as (x, y): print(x, y); 1 / 0\nprint('suppressed')", "class A:\n def __enter__(self): return (1, 2)\n def __exit__(self, *a): print(a[0])\nwith A() as (x,): pass", "class A:\n def __enter__(self): raise KeyError('enter')\n def __exit__(self, *a): print('never')\nwith A(): pass",
                  "class A:\n def __enter__(self): return self\n def __exit__(self, *a): raise KeyError('exit')\ntry:\n with A(): raise E('body')\nexcept KeyError as e: print(repr(e.__context__))", "class A:\n def __enter__(self): return self\n def __exit__(self, *a): return [] if a[0] else [1]\nwith A(): raise E('falsy')",
                  "x = 1\ndel x\nx", "def f():\n print(y)\n y = 1\nf()", "def f():\n del y\n y = 1\nf()", "def f():\n def g(): return y\n g()\n y = 1\nf()", "class A:\n x = y\n y = 1", "[][0]", "{}['k']", "None.x", "None()", "None[0]", "None + 1", "1 + None", "-None", "~'a'", "'a' - 1", "1 < 'a'", "[1] < (1,)", "None < None", "1 @ 1", "a = b = nope", "x: nope = 1", "def f(x: nope): pass",
                  "def f(x=nope): pass", "lambda x=nope: x", "class A(nope): pass", "@nope\ndef f(): pass", "@5\ndef f(): pass", "for x in None: pass", "x, y = 1", "x, y = 1, 2, 3", "x, *y = []", "x, y = None", "(x, y), z = 1, 2", "a, b, *c = 'a'", "[a, b] = {1}",
                  "print(1 if nope else 2)", "nope += 1", "nope[0] = 1", "nope.x = 1", "(1).x = 1", "[].x = 1", "int.x = 1", "int.real = 1", "E.x = 1; print(E.x); del E.x", "del E.nope", "del [].x", "del (1)[0]", "del nope", "del [][0]", "E().args[5]", "global_ = 1; global_()", "'abc'()", "5()", "E()()", "(lambda: 1)(2)", "[]()", "x = []; x[x] = 1", "'%s %s' % 1", "'%s' % (1, 2)", "'%d' % 'a'", "'%(a)s' % 5",
                  "'%(a)s' % {}", "'%q' % 1", "'%' % 1", "'{}'.format()", "'{0} {}'.format(1, 2)", "'{a}'.format()", "'{0.x}'.format(1)", "'{0[a]}'.format([1])", "'{'.format()", "'}'.format()", "'{!x}'.format(1)", "'{:d}'.format('a')", "'{:10.3}'.format([])", "f'{1:q}'", "f'{nope}'", "int('x')", "int('9' * 5000)", "str(10 ** 5000)", "2 ** -1 // 0", "1 // 0", "1 % 0", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1", "(-1) ** 0.5 if 0 else 1 << -1", "1 >> -1", "1 << 10 ** 20", "10.0 ** 400", "chr(-1)", "'a' * -1 + 1"]:
    try:
        exec(statement, dict(E=E))
    except BaseException as error:
        print(repr(statement), "->", type(error).__name__, error)
