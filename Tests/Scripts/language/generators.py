# Generators: values both ways, exceptions, delegation, closing.
def count(n):
    for i in range(n):
        received = yield i
        if received:
            print("received", received)
    return "end"


g = count(3)
print(next(g), g.send("a"), g.send(None))
try:
    next(g)
except StopIteration as error:
    print("stopped", error.value)
print(list(count(4)), sum(x * x for x in range(10)), list(g))


def delegating():
    result = yield from count(2)
    print("result", result)
    yield from [7, 8]
    return 9


print(list(delegating()))
d = delegating()
print(next(d), d.send("through"))


def catching():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            print("caught", error)
        finally:
            print("finally")


c = catching()
print(next(c), c.throw(ValueError("x")))
try:
    c.throw(KeyError("y"))
except KeyError as error:
    print("out", error)
c = catching()
next(c)
c.close()
print("closed")


def outer():
    try:
        yield from catching()
    except KeyError as error:
        print("outer caught", error)
        yield "after"


o = outer()
print(next(o), o.throw(ValueError("v")), o.throw(KeyError("k")))


def cleanup():
    try:
        yield 1
    finally:
        print("cleaned")


x = cleanup()
next(x)
del x
print("deleted")


def stops():
    yield 1
    raise StopIteration("inner")


s = stops()
next(s)
try:
    next(s)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def recursive(n):
    if n:
        yield n
        yield from recursive(n - 1)


print(list(recursive(5)))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fibonacci()
print([next(f) for _ in range(15)])


def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield 2


i = ignoring()
next(i)
try:
    i.close()
except RuntimeError as error:
    print(error)
try:
    count(1).send(5)
except TypeError as error:
    print(error)


def itself():
    yield next(me)


me = itself()
try:
    next(me)
except ValueError as error:
    print(error)


def handled():
    try:
        raise ValueError("inside")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as error:
            print("again", error)
    try:
        raise
    except RuntimeError as error:
        print(error)


try:
    raise KeyError("outside")
except KeyError:
    h = handled()
    next(h)
    import sys

    print(repr(sys.exception()))
list(h)
g = (a for a in range(3))
print(g.__name__, g.gi_running, next(g), sorted(g))
print(dict((k, v) for k, v in zip("ab", range(2))), tuple(x for x in "xyz"), max(len(w) for w in ["a", "bbb"]))


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
