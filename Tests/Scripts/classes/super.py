# Cooperative calls through super().
class Base:
    def __init__(self, **k): print("Base", k)
    def f(self): return ["Base"]
    @classmethod
    def c(cls): return [cls.__name__]
    @property
    def p(self): return "p"
class L(Base):
    def __init__(self, l=1, **k): print("L", l); super().__init__(**k)
    def f(self): return ["L"] + super().f()
    @classmethod
    def c(cls): return ["Lc"] + super().c()
class R(Base):
    def __init__(self, r=1, **k): print("R", r); super().__init__(**k)
    def f(self): return ["R"] + super(R, self).f()
    @property
    def p(self): return "R" + super().p
class D(L, R):
    def f(self): return ["D"] + super().f()
    @staticmethod
    def s(): return __class__.__name__
    def g(self): return [super().f() for _ in range(1)] if 0 else (lambda: super(D, self).f())()
    def h(self):
        def inner(): return __class__.__name__, super(D, self).f()
        return inner()
d = D(l=5, r=6, z=7)
print(d.f(), d.c(), D.c(), d.p, D.s(), d.g(), d.h(), super(L, d).f(), super(D, D).c(), repr(super(L, d)).split(" ")[:2], super(L, d).__thisclass__.__name__, super(L, d).__self__ is d, super(L, d).__self_class__.__name__)
def free(self): return super().f()
class X:
    def noargs(): return super().f()
    def deleted(self):
        del self
        return super().f()
    def changed(self):
        self = 5
        return super().__init__()
    def missing(self): return super().nope
    def setting(self): super().attr = 1
x = X()
for act in [lambda: free(x), lambda: X.noargs(), lambda: x.deleted(), lambda: x.changed(), lambda: x.missing(), lambda: x.setting(), lambda: super(), lambda: super(5), lambda: super(L, 5), lambda: super(L, R), lambda: super(1, 2), lambda: super(L).f, lambda: super(L, d, 3), lambda: super(L, d).q]:
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
print([super(D, d).f() for _ in range(2)][0], super(L).__get__(d).f())
