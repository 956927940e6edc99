# Delegation of values, sends, throws and results.
def inner():
    x = yield 1
    print("got", x)
    try: y = yield 2
    except ValueError as e: print("inner caught", e); y = "err"
    return x, y
def outer():
    r = yield from inner()
    print("result", r)
    r = yield from [10, 20]
    print(r)
    yield from "ab"
    yield from range(2)
    yield from (i for i in [7])
    yield from {}
    return "outer"
g = outer()
print(next(g), g.send("s"), g.gi_yieldfrom is not None, g.throw(ValueError("t")), list(g))
def rec(n):
    if n: yield n; yield from rec(n - 1); yield -n
print(list(rec(4)))
def bad(): yield from 5
try: list(bad())
except TypeError as e: print(e)
def thrown(): yield from [1, 2]
g = thrown(); next(g)
try: g.throw(KeyError("k"))
except KeyError as e: print("out", e)
g = thrown(); next(g)
try: g.send("x")
except AttributeError as e: print(e)
class It:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, v): return "sent", v
    def throw(self, *a): return "thrown", a
    def close(self): print("closed")
def d(): yield from It()
g = d(); print(next(g), g.send(1), g.send(None), g.throw(ValueError)); g.close()
def ret():
    if 0: yield
    return 5
def use(): print((yield from ret()) + 1); yield
next(use())
class W:
    def __iter__(self): return 5
def w(): yield from W()
try: list(w())
except TypeError as e: print(e)
