# Defaults are evaluated once, at definition.
def f(a, b=[], *c, d=1, **e):
    b.append(a)
    return a, b, c, d, e
print(f(1), f(2), f(3, [], 4, 5, d=6, z=7), f.__defaults__, f.__kwdefaults__)
n = 1
def g(x=n): return x
n = 2
print(g(), g(5)); g.__defaults__ = (9,); print(g()); g.__defaults__ = None
try: g()
except TypeError as e: print(e)
def h(*, k=1): return k
h.__kwdefaults__ = {"k": 7}; print(h()); h.__kwdefaults__ = None
try: h()
except TypeError as e: print(e)
def m(a, b=2, /, c=3, *, d, e=5): return a, b, c, d, e
print(m(1, d=4), m(1, 9, 8, d=7, e=6), m(1, c=2, d=3))
for s in ["g.__defaults__ = 5", "h.__kwdefaults__ = 5", "g.__name__ = 5", "g.__code__ = 5", "g.__dict__ = 5", "del g.__name__", "g.__qualname__ = 1", "g.__closure__ = ()", "g.__globals__ = {}"]:
    try: exec(s); print(s, "fine")
    except Exception as e: print(s, type(e).__name__, e)
