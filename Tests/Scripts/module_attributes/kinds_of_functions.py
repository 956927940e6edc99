"""Calls of functions of a module of every kind, from one place each, with arguments that are right and wrong."""

import binascii
import itertools
import math
import operator
import types


def call(what, function, *arguments):
    for _ in range(2):
        try:
            print(what, function(*arguments))
        except (TypeError, ValueError, OverflowError) as error:
            print(what, type(error).__name__, error)


call("sqrt", lambda x: math.sqrt(x), 2.25)
call("sqrt of an int", lambda x: math.sqrt(x), 16)
call("sqrt of a large int", lambda x: math.sqrt(x), 10**40)
call("sqrt of a text", lambda x: math.sqrt(x), "x")
call("sqrt of a negative", lambda x: math.sqrt(x), -1.0)
call("sqrt of two", lambda x: math.sqrt(x, x), 1)
call("sqrt of none", lambda: math.sqrt())
call("sqrt by name", lambda x: math.sqrt(x=x), 1)
call("pow", lambda x, y: math.pow(x, y), 2, 10)
call("hypot", lambda x, y: math.hypot(x, y), 3, 4)
call("gcd", lambda *x: math.gcd(*x), 12, 18, 27)
call("fsum", lambda: math.fsum([0.1] * 10))
call("isclose", lambda x, y: math.isclose(x, y, rel_tol=0.1), 1.0, 1.05)
call("floor", lambda x: math.floor(x), -2.5)
call("pi", lambda: round(math.pi, 5))
call("crc32", lambda x: binascii.crc32(x), b"text")
call("crc32, started", lambda x: binascii.crc32(x, 1), b"text")
call("hexlify", lambda x: binascii.hexlify(x), b"\x00\xff")
call("add", lambda x, y: operator.add(x, y), 1, 2)
call("add, wrong", lambda x, y: operator.add(x, y), 1, "2")
call("lt", lambda x, y: operator.lt(x, y), 1, 2)
call("chain", lambda: list(itertools.chain([1], [2])))
call("class", lambda: types.SimpleNamespace(a=1))

module = types.ModuleType("module")
module.plain = lambda a, b: (a, b)
module.defaults = lambda a, b=2, *rest, c=3, **more: (a, b, rest, c, more)
module.bound = [3, 1, 2].index
module.size = len
module.kind = isinstance
module.absolute = abs
module.nothing = globals
module.number = 3


def generator(x):
    yield x
    yield x + 1


module.generator = generator

call("plain", lambda: module.plain(1, 2))
call("plain, too few", lambda: module.plain(1))
call("plain by name", lambda: module.plain(b=1, a=2))
call("defaults", lambda: module.defaults(1))
call("all", lambda: module.defaults(1, 5, 6, 7, c=8, d=9))
call("bound", lambda: module.bound(2))
call("bound, not there", lambda: module.bound(7))
call("len", lambda: module.size([1, 2]))
call("len, wrong", lambda: module.size(3))
call("isinstance", lambda: module.kind(3, int))
call("abs", lambda: module.absolute(-3))
call("abs of the smallest", lambda: module.absolute(-(2**63)))
call("nothing", lambda: module.nothing() is globals())
call("nothing, with", lambda: module.nothing(1))
call("generator", lambda: list(module.generator(3)))
call("int", lambda: module.number(3))


def depth(n):
    return 0 if n == 0 else 1 + module.depth(n - 1)


module.depth = depth
print(module.depth(200))
try:
    module.depth(100_000)
except RecursionError as error:
    print(type(error).__name__)

# The result is dropped, or kept; what the arguments were goes when the call ends.
class End:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


module.first = lambda x: None
module.first(End("argument"))
print("after")
module.kind(End("of isinstance"), int)
print("after")
kept = module.absolute(-5.5)
module.absolute(-5.5)
print(kept)
