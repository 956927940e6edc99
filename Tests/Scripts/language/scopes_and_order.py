# Scopes and statements: where names live, what order things happen in, and what stays behind.
import sys

x = "global x"
log = []


def say(value, *more):
    log.append(value)
    return value


def said():
    result = log[:]
    log.clear()
    return result


class A:
    x = "class x"
    y = [x for _ in range(1)]
    z = (lambda: x)()
    inner = [(lambda: x)() for _ in range(1)]

    def method(self):
        return x

    def nested(self):
        class B:
            x = "B x"

            def get(self):
                return x, __class__.__name__
        return B().get(), B.x, __class__.__name__
    w = x
    del x


print(A.y, A.z, A.inner, A.w, A().method(), A().nested(), hasattr(A, "x"))


def outer():
    x = "outer x"

    class C:
        print(x)
        x = "C x"
        print(x)
        values = [x for _ in range(2)]

        def f(self):
            return x
    return C.values, C().f(), C.x


print(outer())


def shadows():
    x = 1

    def inner():
        global x
        x = "changed global"

        def deeper():
            return x
        return deeper()
    return inner(), x


print(shadows(), x)
x = "global x"


def non_local():
    a = b = 0

    def first():
        nonlocal a
        a += 1

        def second():
            nonlocal a, b
            a, b = a + 10, b + 1
            return a, b
        return second()
    return first(), first(), a, b


print(non_local())


def deleted():
    y = 1

    def reader():
        return y
    del y
    try:
        reader()
    except NameError as error:
        print(type(error).__name__, error)
    y = 2
    return reader()


print(deleted())
print([i for i in range(3)], "i" in dir(), [(i, j) for i in range(2) for j in range(i + 1)], {k: v for k, v in zip("ab", [1, 2])}, [[j for j in range(i)] for i in range(3)])
print([last := n for n in range(4)], last, any((found := n) > 1 for n in [1, 2, 3]), found)


def walrus():
    total = 0
    rows = [total := total + n for n in range(4)]
    if (n := len(rows)) > 3 and (m := n * 2):
        pass
    return rows, total, n, m, [y := 1, y ** 2], (z := 3), sorted(locals())


print(walrus())
print([(lambda: n)() for n in range(3)], [f() for f in [(lambda: n) for n in range(3)]], list(map(lambda f: f(), ((lambda: n) for n in range(3)))))
say(1) if say(0) else say(2)
print(said())
(say("a"), say("b"))[say(0)]
print(said())
{say("k1"): say("v1"), say("k2"): say("v2")}
print(said())
d = {}
d[say("key")] = say("value")
print(said())
d[say("key")], d[say("other")] = say("v1"), say("v2")
print(said())
d[say("key")] += say(" more")
print(said(), d)
print(say("f") and (lambda *a, **k: (a, k))(say(1), *[say(2)], k=say(3), **{say("z"): say(4)}), said())
say(1) < say(2) < say(0) < say(5)
print(said())
say(0) or say("") or say(None) or say("last")
say(1) and say(0) and say(2)
print(said())
a = b = c = say([])
print(said(), a is b is c)
first, (second, *rest), third = say(1), say((2, 3, 4)), say(5)
print(first, second, rest, third, said())


def decorated(name):
    say(f"make {name}")

    def decorate(function):
        say(f"apply {name}")
        return function
    return decorate


@decorated("outer")
@decorated("inner")
def function(p: say("annotation") = say("default"), *, q: say("kw annotation") = say("kw default")) -> say("return"):
    pass


print(said())


@decorated("class")
class D(say(object), metaclass=say(type)):
    say("body")
    attribute: say("class annotation") = say("class value")


print(said(), D.__annotations__)
for i in range(3):
    if i == 1:
        continue
    say(i)
else:
    say("else")
print(said(), i)
for i in []:
    pass
else:
    say("empty else")
while True:
    break
else:
    say("never")
while i < 2:
    i += 1
else:
    say("while else")
print(said(), i)
for d["index"], A.attribute in [(1, 2), (3, 4)]:
    pass
print(d["index"], A.attribute)
for [p, *q] in ["abc", "d"]:
    print(p, q)
items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
    if len(items) > 8:
        break
print(items)
del d["key"], first, (second, [rest])
print("first" in globals(), "rest" in globals(), "key" in d)


def locals_now():
    a = 1
    snapshot = locals()
    a = 2
    b = 3
    snapshot["c"] = 4
    later = locals()
    return snapshot is later, sorted(snapshot), snapshot["a"], sorted(later), later["a"]


print(locals_now())


def exec_in_function():
    a = 1
    exec("a = 2; b = 3")
    names = {"a": 5}
    exec("a += 1; c = a", {}, names)
    return a, names, eval("a + 1"), "b" in locals()


print(exec_in_function())
namespace = {"x": 1}
exec("y = x + 1\ndef f(): return x + y\nz = f()\nclass K: v = x", namespace)
print(namespace["y"], namespace["z"], namespace["K"].v, sorted(k for k in namespace if k != "__builtins__"))
try:
    exec("def g(): return hidden\nhidden = 1\ng()", {}, {})
except NameError as error:
    print(error)
print(eval("[x for x in range(3)]"), eval("(lambda: x)()", {"x": 7}), eval("x", {"x": 1}, {"x": 2}), eval(compile("1 + 1", "", "eval")), exec(compile("q_ = 5", "", "exec")), q_)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        say(("prepare", name, kw))
        return {"given": "by prepare"}

    def __new__(mcs, name, bases, namespace, **kw):
        say(("new", sorted(k for k in namespace if k[:2] != "__")))
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        say(("init", kw))

    def __call__(cls, *args):
        say(("call", args))
        return super().__call__(*args)


class M(metaclass=Meta, option=1):
    seen = given

    def __init__(self, *args):
        say(("instance", args))


M(1, 2)
print(said())


class Describes:
    def __set_name__(self, owner, name):
        say((owner.__name__, name))

    def __get__(self, instance, owner=None):
        return (instance is None, owner.__name__)

    def __set__(self, instance, value):
        say(("set", value))

    def __delete__(self, instance):
        say("delete")


class Base:
    def __init_subclass__(cls, /, flag=None, **kw):
        super().__init_subclass__(**kw)
        say(("subclass", cls.__name__, flag))
    described = Describes()


class Derived(Base, flag="set"):
    other = Describes()


print(said())
item = Derived()
item.described = 5
del item.other
print(Derived.other, item.described, said())
try:
    class Broken(Base, unknown=1):
        pass
except TypeError as error:
    print(error)
try:
    class Conflict(Base, metaclass=Meta):
        pass

    class Other(type):
        pass

    class Worse(M, metaclass=Other):
        pass
except TypeError as error:
    print(error)
said()
for source in ["class X(int, str): pass", "class X(bool): pass", "class X(A, A): pass", "class X(object, A): pass", "class X(5): pass", "class X(None): pass", "class X(print): pass", "class X(lambda: 1): pass", "class X(metaclass=5): pass", "class X(metaclass=lambda *a: a): pass\nprint(X[0])", "class X(A, metaclass=int): pass",
               "class X:\n __slots__ = ['a']\n a = 1", "class X:\n __slots__ = 'a', 'a'\nprint(X.a)", "class X:\n __slots__ = 'a',\nX().b = 1", "class X:\n __slots__ = 'a',\nX().a", "class X:\n __slots__ = ()\n__ = X().__dict__", "class X(A):\n __slots__ = ()\nX().b = 1\nprint('ok')", "class X:\n def __init__(self): return 1\nX()", "class X:\n def __new__(cls): return 5\nprint(X())",
               "class X:\n def __new__(cls, a): return object.__new__(cls)\nX(1)\nX()", "class X:\n def __init__(self, a): pass\nX()", "class X: pass\nX(1)", "class X:\n def __del__(self): print('del')\nx = X()\nx = 1", "class X:\n def f(): pass\nX().f()", "class X:\n @property\n def p(self): return 1\nX().p = 2", "class X:\n @property\n def p(self): return 1\ndel X().p", "class X:\n p = property(lambda s: 1, lambda s, v: print('set', v))\nX().p = 5",
               "class X:\n __class_getitem__ = 5\nX[1]", "class X:\n def __class_getitem__(cls, k): return k\nprint(X[1, 2])", "class X:\n __eq__ = None\nX() == 1", "class X:\n __hash__ = None\n{X()}", "class X:\n def __getattr__(self, n): return n\nprint(X().foo, X().__class__)", "class X:\n def __init_subclass__(cls): raise KeyError('sub')\nclass Y(X): pass", "class X:\n def __set_name__(self, o, n): 1 / 0\nclass Y: a = X()",
               "class X:\n __mro_entries__ = lambda s, b: (int,)\nclass Y(X()): pass\nprint(Y.__mro__[1], Y.__orig_bases__)", "class X:\n x = 1\n def f(self): return x_not\nX().f()", "class X:\n nonlocal_ = 1\n global gl\n gl = 5\nprint(gl, hasattr(X, 'gl'))", "class X: __qualname__ = 'other'\nprint(X, X.__qualname__)", "class X: __module__ = 'mod'\nprint(X)", "class X: __doc__ = 5\nprint(X.__doc__)", "class X:\n 'doc'\nprint(X.__doc__)\nX.__doc__ = 'new'\nprint(X.__doc__)",
               "super()", "class X:\n def f(self): return super().nope\nX().f()", "class X:\n @staticmethod\n def f(): super()\nX.f()", "class X:\n def f(*a): super()\nX.f()", "class X:\n def f(self):\n  self = 5\n  super().x\nX().f()", "class X:\n def f(self): return [super().__repr__ for _ in [1]]\nprint(len(X().f()))", "class X:\n def f(self):\n  del self\n  super()\nX().f()", "print(super(int, 5).real)", "super(int, 'a')", "super(5, 5)", "print(super(int).__self__)"]:
    try:
        exec(source, {"A": A})
    except BaseException as error:
        print(repr(source), "->", type(error).__name__, error)
