# __slots__ leave out __dict__ and check names.
class A:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1
a = A()
print(a.x, A.x, type(A.x).__name__, hasattr(a, "y"), hasattr(a, "__dict__"), A.__slots__, A.x.__get__(a)); a.y = 2; print(a.y); del a.y
for s in ["a.y", "del a.y", "a.z", "a.z = 1", "A.x.__get__(5)", "a.__dict__", "A.x.__set__(5, 1)", "a.__slots__ = 1", "a.__weakref__", "del a.z"]:
    try: exec(s); print(s, "fine")
    except Exception as e: print(s, type(e).__name__, e)
class B(A): pass
b = B(); b.z = 1; print(b.z, b.x, b.__dict__)
class C(A):
    __slots__ = "w"
c = C(); c.w = 1; c.x = 2; print(c.w, c.x)
class D:
    __slots__ = ["__dict__", "p"]
d = D(); d.p = 1; d.q = 2; print(d.__dict__)
for s in ["class X: __slots__ = 'x'; x = 1", "class X: __slots__ = (1,)", "class X: __slots__ = ('a b',)", "class X: __slots__ = 5", "class X(int): __slots__ = 'x'", "class X(A, C): pass", "class X(A, D): pass", "class X: __slots__ = ('x', 'x')", "class X: __slots__ = {'a': 'doc'}", "class X: __slots__ = ()\nX().y = 1", "class X: __slots__ = ('__dict__', '__dict__')", "class Y: __slots__ = 'y'\nclass X(A, Y): pass", "class X(tuple): __slots__ = 'x'", "class X: __slots__ = ('__x',)\nprint(X.__dict__.keys() & {'_X__x', '__x'})", "class X: __slots__ = ('__weakref__',)", "class X(str): __slots__ = ('x',)", "class X: __slots__ = (n for n in 'ab')\nX().a = 1"]:
    try: exec(s); print(s.encode(), "fine")
    except Exception as e: print(s.encode(), type(e).__name__, e)
