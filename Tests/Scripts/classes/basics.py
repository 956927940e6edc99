# Class bodies, attributes, instances.
class A:
    "Doc."
    x = 1
    def __init__(self, v): self.v = v
    def get(self): return self.v
    if x: y = x + 1
    for z in range(3): pass
    del z
    def _(self): pass
a = A(5)
print(a.v, a.get(), A.get(a), a.x, A.y, A.__doc__, A.__name__, A.__qualname__, A.__module__, A.__dict__["x"], a.__dict__, vars(a), a.__class__ is A, type(a), isinstance(a, A), sorted(k for k in A.__dict__), A.__bases__, A.__mro__)
a.x = 9; print(a.x, A.x); del a.x; print(a.x); A.x = 7; print(a.x); a.new = 1; A.cls = 2; print(a.new, a.cls, hasattr(a, "q"))
m = a.get; a.v = 6; print(m(), m.__self__ is a)
for s in ["a.q", "A.q", "del a.q", "del A.q", "a.get(1)", "A()", "A(1, 2)", "A.get()", "a.get.q", "A.__dict__['q'] = 1", "a.__dict__ = 5", "a.__class__ = int", "A.__name__ = 5", "A.__bases__ = ()", "a()", "a + 1", "a[0]", "len(a)", "iter(a)", "a < a", "-a", "int(a)", "with_ = a.__enter__", "a.__class__ = 5", "del A.__name__", "A.__qualname__ = 1", "del a.__dict__", "A.__doc__ = 'new'", "A.__module__ = 'm'", "a.__dict__ = {'v': 1}"]:
    try: exec(s); print(s, "fine")
    except Exception as e: print(s, type(e).__name__, e)
class Empty: pass
print(Empty.__doc__, Empty().__dict__, Empty() == Empty(), Empty.__init__ is object.__init__, bool(Empty()), A.__doc__, a.v)
class Local:
    class Inner: pass
    def f(self):
        class Deep: pass
        return Deep
print(Local.Inner.__qualname__, Local().f().__qualname__, Local.Inner)
