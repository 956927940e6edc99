# Classes and instances change while they are used.
class A:
    def f(self): return "f1"
class B(A): pass
b = B()
print(b.f()); A.f = lambda self: "f2"; print(b.f()); B.f = lambda self: "B"; print(b.f()); del B.f; print(b.f()); b.f = lambda: "inst"; print(b.f()); del b.f; print(b.f())
class C:
    def f(self): return "C"
b.__class__ = C; print(b.f(), type(b).__name__)
C.__add__ = lambda s, o: ("add", o); print(b + 1); del C.__add__
try: b + 1
except TypeError as e: print(e)
C.__len__ = lambda s: 3; print(len(b), bool(b)); C.__getattr__ = lambda s, n: "dyn " + n; print(b.zzz); C.__call__ = lambda s: "called"; print(b()); C.__eq__ = lambda s, o: True; print(b == 5, C.__hash__ is not None)
for i in range(3):
    A.n = i
    print(B().n, end=" ")
print()
def loop():
    out = []
    for i in range(4):
        if i == 2: A.g = lambda self: "late"
        out.append(B().g() if hasattr(B, "g") else None)
    return out
print(loop())
class D: x = property(lambda s: 1)
d = D(); print(d.x); D.x = 5; print(d.x); d.x = 6; print(d.x)
