# Bound methods, their identity and their attributes.
class A:
    def f(self, x=1): return self, x
    def __eq__(self, o): return True
    def __hash__(self): return 5
a, b = A(), A()
print(a.f == a.f, a.f is a.f, a.f == b.f, hash(a.f) == hash(a.f), a.f.__func__ is A.f, a.f.__name__, a.f.__self__ is a, a.f() [1], A.f(a, 2)[1], a.f.__defaults__, {a.f: 1}[a.f])
m = A.f.__get__(a); print(m == a.f, type(m).__name__, m.__doc__, A.f.__get__(None, A) is A.f)
print([].append == [].append, "a".upper == "a".upper, len == len, [1].append.__self__, type([].append).__name__, type(str.upper).__name__, type("".join).__name__, type(list.__add__).__name__, type([].__add__).__name__, type(int.__dict__["from_bytes"]).__name__, type(A.__dict__["f"]).__name__)
import types
print(types.MethodType(lambda s, y: (s, y), 5)(6), isinstance(a.f, types.MethodType))
for s in ["types.MethodType(5, 1)", "types.MethodType(len, None)", "types.MethodType(len)", "a.f.__self__ = 1"]:
    try: exec(s)
    except Exception as e: print(s, type(e).__name__, e)
