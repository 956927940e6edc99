# Arguments and parameters, with what is said where they do not fit.
def plain(a, b):
    return a, b


def defaults(a, b=2, c=3):
    return a, b, c


def everything(a, b=2, /, c=3, *rest, d, e=5, **others):
    return a, b, c, rest, d, e, others


def nothing():
    pass


def stars(*args, **kwargs):
    return args, kwargs


print(plain(1, 2), plain(b=1, a=2), plain(1, b=2))
print(defaults(1), defaults(1, 5), defaults(1, c=9), defaults(*(1, 2)), defaults(**{"a": 7}))
print(everything(1, d=4), everything(1, 2, 3, 4, 5, d=6, x=7), everything(1, d=0, b=9))
print(nothing(), stars(), stars(1, 2, a=3), stars(*[1], *(2, 3), **{"x": 1}, y=2))
one, text, nobody = 1, "x", None
wrong = [
    lambda: plain(),
    lambda: plain(1),
    lambda: plain(1, 2, 3),
    lambda: plain(1, 2, 3, 4),
    lambda: plain(1, a=2),
    lambda: plain(1, 2, x=3),
    lambda: plain(1, bb=3),
    lambda: defaults(),
    lambda: defaults(1, 2, 3, 4),
    lambda: everything(),
    lambda: everything(1),
    lambda: everything(a=1, d=2),
    lambda: nothing(1),
    lambda: nothing(x=1),
    lambda: (lambda *, x: x)(),
    lambda: (lambda *, x, y, z: x)(),
    lambda: (lambda a, *, x: x)(1, 2, x=3),
    lambda: plain(0, *1),
    lambda: plain(**1),
    lambda: plain(**{1: 2}),
    lambda: plain(1, **{"a": 1}),
    lambda: stars(**{"a": 1}, **{"a": 2}),
    lambda: one(),
    lambda: text(),
    lambda: nobody(1, 2),
    lambda: len(),
    lambda: len(1, 2),
    lambda: len(x=1),
]
for call in wrong:
    try:
        print(call())
    except TypeError as error:
        print(error)


def change(a, b=[]):
    b.append(a)
    return b


print(change(1), change(2), change.__defaults__)
print(plain.__name__, plain.__qualname__, defaults.__defaults__, everything.__kwdefaults__, plain.__module__)


def documented():
    "What it does."


print(documented.__doc__, plain.__doc__, documented.__code__.co_varnames, everything.__code__.co_varnames)
print(everything.__code__.co_argcount, everything.__code__.co_posonlyargcount, everything.__code__.co_kwonlyargcount)


def annotated(a: int, b: "str" = "x") -> float:
    return a


print(annotated.__annotations__)
plain.note = "kept"
print(plain.note, plain.__dict__)
print((lambda x: x * 2)(21), [f(3) for f in [lambda x, n=n: x + n for n in range(3)]])


def deep(n):
    return n if n == 0 else 1 + deep(n - 1)


print(deep(900))


def endless():
    return endless() + 1


try:
    endless()
except RecursionError as error:
    print("RecursionError", error)


class Endless:
    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr(self)


for act in (lambda: Endless() == 1, lambda: Endless().a, lambda: repr(Endless())):
    try:
        act()
    except RecursionError:
        print("RecursionError")
print(sorted([3, 1, 2], key=lambda x: -x), list(map(lambda x, y: x + y, [1, 2], [3, 4])), max([1, 5, 2], key=lambda x: -x))
print("%s %d" % ("a", 5), f"{3!r:>4}|{2.5:.2f}|{'x'}", "a{}b{x}".format(1, x=2))
