# Functions, calls, closures, generators: attributes, errors and messages.
def shown(source, names={}):
    try:
        print(source, "->", repr(eval(source, dict(globals(), **names))))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    "doc"
    return a, b, c, args, d, e, kw


def g():
    return 1


def plain(a, b, c):
    return a, b, c


def pos(a, b, /):
    return a, b


def kwo(*, x, y=1, z):
    return x, y, z


def var(*a):
    return a


def kws(**k):
    return k


class C:
    def method(self, a, b=1):
        return a, b

    @classmethod
    def cls(cls, a):
        return a

    @staticmethod
    def static(a, b):
        return a, b

    def __init__(self, x=0, *, y=0):
        self.x = x

    def __call__(self, q, /):
        return q


c = C()
for source in """
f();f(1);f(1, d=2);f(1, 2, 3, 4, d=5, z=6);f(a=1, d=2);f(1, b=2, d=3);f(1, 2, 3, c=4, d=5);f(1, d=1, **{"d": 2});f(1, d=1, **{"a": 9, "b": 8});f(*[1, 2], *[3], d=4);f(*5, d=1);f(**5);f(1, **{1: 2});f(1, d=2, e=3, f=4);f(1, 2, 3, *(), **{}, d=1)
g(1);g(1, 2);g(a=1);g(*[1, 2, 3]);g(**{"x": 1});plain();plain(1);plain(1, 2);plain(1, 2, 3, 4);plain(1, c=3);plain(b=1);plain(1, 2, b=3);plain(1, 2, 3, a=4);plain(1, 2, 3, d=4);plain(1, 2, 3, d=4, e=5);plain(aa=1);plain(c=1, b=2, a=3);plain(*"ab", c=1);pos();pos(1);pos(a=1, b=2);pos(1, b=2);pos(1, 2, 3);kwo();kwo(1);kwo(x=1);kwo(z=1, x=2);kwo(1, x=2, z=3);kwo(1, 2, z=3);kwo(x=1, y=2, z=3, w=4);var(1, a=2);kws(1);kws(self=1, a=2);var(*range(3), *"ab");(lambda x, /, y, *, z: (x, y, z))(1, 2);(lambda x=1: x)(2, 3);(lambda: 1)(1);(lambda *, k: k)();(lambda a, b, c, d, e: 1)()
c.method();c.method(1, 2, 3);c.method(b=1);c.method(self=1);c.method(1, c=2);C.method();C.method(c);C.method(c, 1);C.method(5, 1);C.cls();C.cls(1, 2);c.cls(1);C.static(1);c.static(1, 2);c.static(1, 2, 3);C(1, 2);C(z=1);C(x=1, y=2).x;C(1, x=2);c();c(1);c(q=1);c(1, 2);C.__init__(c, 1, 2);C.nope;c.nope;c.method.nope;c.method.__self__ is c;c.method.__func__ is C.method;c.method == c.method;c.method is c.method;hash(c.method) == hash(c.method);c.method.__name__, c.method.__qualname__, c.method.__doc__;C.cls.__self__ is C;C.__dict__["cls"].__func__.__name__;C.__dict__["static"].__wrapped__ is C.static;C.__dict__["static"](1, 2);C.__dict__["cls"](1);repr(C.method)[:18];repr(c.method)[:22];repr(C.cls)[:24];c.method.x;setattr(c.method, "x", 1)
len();len(1, 2);len([], x=1);len(x=[]);abs();abs(1, 2);ord();ord("ab");ord(5);ord("");ord(b"ab");chr();chr("a");chr(-1);chr(0x110000);chr(1.5);pow();pow(1);pow(1, 2, 3, 4);pow(base=2, exp=3);pow(2, -1, 5);pow(2, -1, 4);pow(2, 1, 0);pow(2.0, 1, 2);divmod(1);divmod(1, 0);divmod(1.0, 0);round();round("a");round(1.5, "a");round(1.5, None);round(2.5), round(3.5);round(1.25, 1);round(number=1.5, ndigits=0);round(15, -1);round(1, 2**70);round(10**30, -29);sum();sum(5);sum([1], start=2);sum(["a"]);sum([], "a");sum([1], [2]);sum([b"a"], b"");min();min(5);min([]);min([], default=None);min(1, 2, default=3);min(1, "a");min([1], key=5);min([3, 1, 2], key=lambda x: -x);max("abc", "b", key=len);min(1, key=None);max(x=1);sorted();sorted(5);sorted([1], 2);sorted([2, 1], reverse=1);sorted([1], cmp=2);any(5);all();any([], 1);map();map(len);map(5, [1]);list(map(5, [1]));list(map(lambda x, y: x + y, [1, 2], [3]));filter();filter(None);list(filter(5, [1]));list(filter(None, [0, 1]));zip(5);list(zip());list(zip([1], "ab"));list(zip([1], "ab", strict=True));list(zip("ab", [1], strict=True));list(zip("ab", "c", "d", strict=True));list(zip([1], "a", [], strict=True));zip(strict=1, x=2);enumerate();enumerate(5);list(enumerate("ab", 5));list(enumerate("ab", start=-1));enumerate("a", "b");list(enumerate(iterable="a"));iter();iter(5);iter(5, 6);iter(g, 1);list(iter(g, 1));iter(g, 1, 2);next();next([]);next(iter([]));next(iter([]), 1, 2);callable();isinstance(1);isinstance(1, 2, 3);issubclass(1);getattr(1);getattr(1, 2);getattr(1, "x", 2, 3);setattr(1, "x");setattr(1, 2, 3);delattr(1, "real");delattr(1);hasattr(1);hasattr(1, 2);id();hash();hash([]);type();repr();repr(1, 2);ascii();bin(1.5);hex("a");oct(None);input(1, 2);print(1, sep=5);print(1, end=5);print(1, x=2);print(1, file=5);open();open(5.5);vars(1, 2);dir(1, 2);globals(1);locals(1);exec();exec(5);eval();eval("1 +");eval("");eval(" 1");eval("x", {"x": 5});eval("x", 5);eval("x", {}, {"x": 6});exec("x", {}, 5);compile("1", "f", "bad");compile("1", "f");compile("1", "f", "eval", 99999);compile(5, "f", "exec");__import__();__import__(5);__import__("");slice();property(1, 2, 3, 4, 5);staticmethod();classmethod();classmethod(5).__func__;super();super(5);super(int);super(int, "a");object(1);int("5", 5.5);int(5, 5);int("a");int("5", 99);int("5", 1);int(base=5);int("z", 36);int(x=5);int("", 10);int(None);int([]);int("1_000");int("1__0");int(" 5 ");int("٥");int(1e400) if 0 else 0;int(float("nan"));int(float("inf"));float("a");float("");float(None);float([]);float("1_0.5");float("nan"), float("-inf");float(10**400);str(b"a", "utf-8");str(b"\\xff", "utf-8");str(5, "utf-8");str("a", "utf-8");str(b"a", errors="x");str(object=5);str(1, 2, 3, 4);bytes("a");bytes("é", "ascii");bytes(-1);bytes([256]);bytes(["a"]);bytes(5.5);bytes(None);bytes("a", "utf-8", "strict", 1);bytes(b"a", "x");bytearray(-1);bytearray("a");memoryview();memoryview(5);memoryview("a");bool(1, 2);bool(x=1);complex("a");complex(1, "a");complex([]);list(1, 2);frozenset(1, 2);tuple(1, 2);dict(1);set(1);range();breakpoint if 0 else 1;__build_class__();__build_class__(1, 2);__build_class__(g, 2);format();format(1, 2);format(1, "x", 3);format(1, "q");format("a", "d");format([], "5");format(None, "");ascii("é\\ud800\\U0001f600")
f.__name__, f.__qualname__, f.__module__, f.__doc__;f.__defaults__;f.__kwdefaults__;f.__annotations__;f.__closure__;f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_flags & 12;f.__globals__ is globals();f.__dict__;f.__type_params__;f.__get__(c)(1, d=2);f.__get__(None, C) is f;f.__call__(1, d=2);f.__code__.co_name;f.__builtins__ is not None;f == f;hash(f) == hash(f);f < g;f.x;f[0];f + 1;repr(f)[:12];type(f).__name__;type(f)();type(f)(5, {});type(f)(f.__code__, {})(1, d=2);type(f)(g.__code__, {}, "renamed").__name__;type(g)(g.__code__, globals(), "n", (1,), None)();setattr(f, "__defaults__", 5);setattr(f, "__name__", 5);setattr(f, "__code__", 5);setattr(f, "__dict__", 5);setattr(f, "__kwdefaults__", []);setattr(f, "__doc__", 5) or f.__doc__;setattr(f, "__closure__", None);setattr(f, "__globals__", {});delattr(f, "__name__");delattr(f, "__doc__") or f.__doc__;setattr(f, "__annotations__", 5);setattr(f, "__module__", None) or f.__module__;len.__name__, len.__qualname__, len.__module__, len.__self__ is __builtins__;len.__doc__ is not None;len.x;setattr(len, "x", 1);[].append.__name__;[].append.__self__;list.append.__name__;list.append.__objclass__;list.append(5, 1);list.append([]);list.append();str.upper(5);str.join("a", 5);str.join(",", [1]);int.__add__(1);int.__add__("a", 1);int.__add__(1, "a");dict.get();"".join.__self__;(5).__add__.__self__;type(len).__name__, type([].append).__name__, type(list.append).__name__, type(int.__add__).__name__, type((1).__add__).__name__, type(dict.__dict__["fromkeys"]).__name__, type(int.real).__name__, type(type(f).__code__).__name__
""".strip().replace("\n", ";").split(";"):
    shown(source)


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n
    return inc, get


inc, get = counter()
inc()
inc(5)
print(get(), inc.__closure__[0].cell_contents, inc.__closure__ == get.__closure__, inc.__code__.co_freevars, counter.__code__.co_cellvars, type(inc.__closure__[0]).__name__)
inc.__closure__[0].cell_contents = "changed"
print(get())
del inc.__closure__[0].cell_contents
for function in (get, inc, lambda: inc.__closure__[0].cell_contents):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)
cell = (lambda: inc).__closure__
print(cell, [fn() for fn in [lambda i=i: i for i in range(3)]], [fn() for fn in [lambda: i for i in range(3)]])


def gen(x):
    try:
        got = yield x
        print("got", got)
        try:
            got = yield got
        except ValueError as error:
            print("caught", error)
            yield "after"
        return "end"
    finally:
        print("finally")


it = gen(1)
print(it.gi_running, it.gi_frame is not None, it.gi_yieldfrom, it.gi_code.co_name, it.__name__, it.__qualname__, type(it).__name__)
for action in [lambda: it.send(5), lambda: it.send(None), lambda: it.send("hello"), lambda: it.throw(ValueError("thrown")), lambda: it.send(1), lambda: it.send(1), lambda: it.throw(KeyError("late")), lambda: it.close(), lambda: next(it, "default"), lambda: it.gi_frame,
               lambda: gen(1).throw(KeyError), lambda: gen(1).throw(5), lambda: gen(1).throw(KeyError, "text"), lambda: gen(1).throw(KeyError, KeyError("given"), None), lambda: gen(1).throw(KeyError("a"), 5), lambda: gen(1).throw(ValueError, ValueError("x"), 5),
               lambda: gen(1).throw(), lambda: gen(1).send(), lambda: gen(1).close(1), lambda: gen(), lambda: gen(1).close(), lambda: setattr(gen(1), "x", 1), lambda: setattr(gen(1), "__name__", 5), lambda: gen(1)[0], lambda: gen(1)(), lambda: len(gen(1)), lambda: gen(1) + 1]:
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield "ignored"


def returns():
    try:
        yield 1
    except GeneratorExit:
        return "closed value"


for make in (ignores, returns):
    it = make()
    next(it)
    try:
        print(it.close())
    except RuntimeError as error:
        print(error)
it = None


def outer():
    result = yield from inner()
    print("inner gave", result)
    yield from [1, 2]
    yield from "ab"
    return (yield from ())


def inner():
    x = yield "inner"
    return x


it = outer()
print(next(it), it.gi_yieldfrom.__name__, it.send("sent"), list(it))
for source in ["list(x for x in 5)", "(x for x in [])", "next(x for x in [])", "list(1 // x for x in [1, 0])", "[*(x for x in 'ab')]", "sum(x for x in range(4))", "dict((x, x) for x in 'ab')", "max((x for x in []), default='none')", "'-'.join(x for x in 'abc')", "'-'.join(x for x in [1])", "tuple(x for x in [1] if x > y)",
               "type((x for x in [])).__name__", "(lambda: (yield))()", "list((lambda: (yield))())", "[x for x in (lambda: (yield 1))()]", "(i for i in range(3)).gi_code.co_name", "repr((i for i in []))[:34]"]:
    shown(source)
try:
    def loop():
        yield from loop_again
    loop_again = loop()
    next(loop_again)
except ValueError as error:
    print(error)
