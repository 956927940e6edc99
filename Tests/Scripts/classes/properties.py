# property with getter, setter, deleter, doc and errors.
class A:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "Doc of x."
        return self._x
    @x.setter
    def x(self, v): print("set", v); self._x = v
    @x.deleter
    def x(self): print("del"); del self._x
    ro = property(lambda self: "ro", doc="ro doc")
    wo = property(None, lambda self, v: print("wo", v))
    none = property()
    @property
    def fails(self): raise AttributeError("inside")
    @property
    def fails2(self): return self.missing
a = A()
a.x = 5; print(a.x, A.x.__doc__, A.x.fget.__name__, A.x.fset is not None, A.ro.__doc__, A.x.__name__); del a.x; a.wo = 3
for s in ["a.x", "a.ro = 1", "del a.ro", "a.wo", "a.none", "a.fails", "a.fails2", "del a.wo", "a.none = 1", "del a.none", "A.x.getter(5).fget", "property(1, 2, 3, 4, 5)", "A.ro.__set__(a, 1)", "A.ro.fget = 1", "property(x=1)"]:
    try: exec(s); print(s, "fine")
    except Exception as e: print(s, type(e).__name__, e)
class B(A):
    @A.x.getter
    def x(self): return "B"
b = B(); b.x = 2; print(b.x, a.ro, A.ro.__get__(None, A) is A.ro, A.ro.__get__(a), isinstance(A.x, property))
a.__dict__["ro"] = "instance"; print(a.ro); A.x = 5; print(a.x)
class G:
    def __getattr__(self, n): return "fallback " + n
    @property
    def p(self): raise AttributeError("hidden")
print(G().p)
