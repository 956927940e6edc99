# yield is an expression.
def acc():
    total = 0
    while True:
        x = yield total
        if x is None: return total
        total += x
g = acc()
try: g.send(1)
except TypeError as e: print(e)
print(next(g), g.send(5), g.send(10))
try: g.send(None)
except StopIteration as e: print("value", e.value)
try: g.send(1)
except StopIteration as e: print("again", e.value)
def echo():
    r = yield
    while r != "stop": r = yield r * 2
    a = (yield 1) + (yield 2)
    print("sum", a)
    f(x := (yield))
def f(x): print("f", x)
g = echo(); next(g)
print(g.send(3), g.send("ab"), g.send("stop"), g.send(10), g.send(20))
try: g.send("last")
except StopIteration: print("end")
def t():
    x = yield 1, 2
    y = yield *[3, 4], 5
    print(x, y, [(yield 6), (yield 7)], (lambda: (yield 8))().__class__.__name__)
g = t(); print(next(g), g.send("x"), g.send("y"), g.send("p"), next(g, "fin"))
