"""One call in a loop, of one or two variables, whose callee changes: builtin functions of every convention, functions of
scripts, classes, methods, and what cannot be called."""

import math
import sys


def show(*values):
    return values


class Adder:
    def __call__(self, *values):
        return ("called", values)


class Pair:
    def __init__(self, first, second="none"):
        self.values = (first, second)

    def __repr__(self):
        return f"Pair{self.values}"


def one(function, value):
    try:
        return function(value)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def two(function, first, second):
    try:
        return function(first, second)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def three(function, first, second, third):
    try:
        return function(first, second, third)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


functions = [
    len, abs, isinstance, hash, repr, show, Adder(), Pair, int, [].append, "-".join, {}.get, divmod, getattr, round,
    math.sqrt, math.gcd, globals, lambda x: x, lambda x, y=7: (x, y), 5, None, str.upper, "abc".startswith,
]
values = [0, 3, -3, 1025, -70000, 1 << 61, 1 << 62, -(1 << 62), 1 << 80, 2.5, "text", b"b", (1, 2), [4], None, True]
for value in values:
    for function in functions:
        if function is globals or function is hash and isinstance(value, (str, bytes, type(None))):
            continue
        print(one(function, value))
for first in values:
    for second in (2, 4096, -4096, 1 << 90, "real", int):
        for function in (isinstance, show, divmod, getattr, math.gcd, round, Pair, pow, {}.get, len, 5, str.split):
            if function is pow and isinstance(second, int) and abs(second) > 5:
                continue
            print(two(function, first, second))
for function in (pow, show, getattr, print, max, min, isinstance):
    print(three(function, 5, 70001, 70007))

# The function replaces the global through which it is called, and its own arguments.
current = len


def replace(value):
    global current
    current = repr
    return f"replaced by {value}"


def loop(value):
    results = []
    for index in range(4):
        if index == 2:
            globals()["current"] = replace
        results.append(current(value))
    return results


print(loop("abc"))
current = len
print(loop("abcd"))


# What is called changes the variables that it was given, by way of a cell, a frame's end and an object's end.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)

    def __eq__(self, other):
        print("compared", self.name)
        return False

    def __hash__(self):
        return 1


def ends(name):
    item = Noisy(name)
    print(one(id, item) == id(item))
    table = {}
    table[Noisy("key of " + name)] = 1
    lookup = table.get
    print(lookup(item))
    del item
    print("left")


ends("first")


def raising(key):
    raise KeyError(key)


def in_loop(function, count):
    raised = 0
    for i in range(count):
        try:
            function(i, i)
        except KeyError:
            raised += 1
        except TypeError:
            raised += 100
        except ZeroDivisionError:
            raised += 10000
    return raised


print(in_loop(divmod, 3), in_loop(raising, 3), in_loop(lambda i, j: raising(i), 2000))


# Ints that a function keeps are not those of the next call.
def keep(count):
    kept = []
    add = kept.append
    pair = {}
    put = pair.setdefault
    for i in range(5000, 5000 + count):
        add(i)
        put(i, i)
        big = i << 50
        add(big)
    return kept == [n for i in range(5000, 5000 + count) for n in (i, i << 50)], list(pair.items())[:3]


print(keep(100))


def deep(function, value):
    return function(deep, value)


try:
    deep(deep, 1)
except RecursionError as error:
    print("RecursionError")


class Recursive:
    def __repr__(self):
        own = self
        return repr(own)


try:
    repr(Recursive())
except RecursionError:
    print("RecursionError of repr")


def unbound(flag):
    if flag:
        value = 1
    try:
        return len(value)
    except UnboundLocalError as error:
        return str(error)


print(unbound(False))
print(sys.intern("x") is one(sys.intern, "x"))
numbers = []
one(numbers.append, 1)
two(numbers.insert, 0, 1 << 40)
print(numbers)
raising_from = "the last line"
divmod_by = 0


def last(first, second):
    divmod(first, second)


last(7, divmod_by)
