# Operators look dunders up on the type, not the instance.
class A: pass
a = A()
for n in ("__len__", "__bool__", "__call__", "__iter__", "__add__", "__getitem__", "__contains__", "__enter__", "__exit__", "__hash__", "__eq__", "__str__", "__repr__", "__int__", "__index__", "__neg__", "__lt__", "__format__"):
    setattr(a, n, lambda *args, n=n: "instance " + n)
print(bool(a), a == a, isinstance(hash(a), int), str(a)[:10], f"{a}"[:10], callable(a))
for f in [lambda: len(a), lambda: a(), lambda: iter(a), lambda: a + 1, lambda: a[0], lambda: 1 in a, lambda: int(a), lambda: -a, lambda: a < a, lambda: [0][a]]:
    try: print(f())
    except TypeError as e: print(e)
print(a.__len__(), a.__add__(1))
class B:
    def __getattr__(self, n): print("asked", n); raise AttributeError(n)
for f in [lambda: len(B()), lambda: B() + 1, lambda: iter(B()), lambda: B()()]:
    try: f()
    except TypeError as e: print(e)
A.__len__ = lambda self: 7; print(len(a)); del A.__len__
try: len(a)
except TypeError as e: print(e)
