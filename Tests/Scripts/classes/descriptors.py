# Data and non-data descriptors, __set_name__, and lookup order.
class D:
    def __set_name__(self, owner, name): print("name", owner.__name__, name); self.name = name
    def __get__(self, obj, owner=None): print("get", obj is not None, owner and owner.__name__); return "value"
class Data(D):
    def __set__(self, obj, v): print("set", v); obj.__dict__[self.name] = v
    def __delete__(self, obj): print("delete")
class A:
    n = D()
    d = Data()
a = A()
print(a.n, a.d, A.n, A.d); a.n = 1; a.d = 2; print(a.n, a.d, a.__dict__); del a.d; del a.n; print(a.n)
A.late = D(); print(a.late); A.d = "replaced"; print(a.d)
class OnlySet:
    def __set__(self, o, v): print("only set", v)
class OnlyDel:
    def __delete__(self, o): print("only del")
class B: s = OnlySet(); x = OnlyDel()
b = B(); b.s = 1; print(type(b.s).__name__); b.__dict__["s"] = "dict"; print(b.s)
for s in ["del b.s", "b.x = 1", "del b.x"]:
    try: exec(s); print(s)
    except Exception as e: print(s, type(e).__name__, e)
class Bad:
    def __set_name__(self, o, n): raise ValueError("bad name")
try:
    class C: z = Bad()
except Exception as e: print(type(e).__name__, e, e.__notes__ if hasattr(e, "__notes__") else "")
class F:
    def __get__(self, o, t): raise AttributeError("desc")
class H:
    f = F()
    def __getattr__(self, n): return "getattr " + n
print(H().f)
print(A.__dict__["n"].__get__(None, A), type(A.__dict__["n"]).__name__)
class M(type):
    def __get__(self, o, t): return "meta get"
class N(metaclass=M): pass
class P: n = N
print(P.n, P().n)
