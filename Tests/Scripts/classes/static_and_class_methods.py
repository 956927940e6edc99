# staticmethod, classmethod, and calling them in every way.
class A:
    @staticmethod
    def s(x=0): "sdoc"; return "s", x
    @classmethod
    def c(cls, x=0): return cls.__name__, x
    raw = staticmethod(len)
    alt = classmethod(lambda cls: cls)
class B(A): pass
a = A()
print(A.s(1), a.s(2), A.c(1), a.c(2), B.c(), B().c(), A.raw([1]), A.alt() is A, A.s.__doc__, A.c.__self__ is A, A.c.__func__.__name__, A.__dict__["s"].__func__.__name__, type(A.__dict__["c"]).__name__, A.__dict__["s"](5), A.__dict__["s"].__wrapped__.__name__, A.__dict__["c"].__name__)
for s in ["A.__dict__['c'](1)", "staticmethod()", "classmethod()", "A.c(1, 2)", "A.s(1, 2)", "staticmethod(5)()", "classmethod(5).__get__(a)()", "a.c.x = 1"]:
    try: print(s, eval(s) if "= " not in s else exec(s))
    except Exception as e: print(s, type(e).__name__, e)
class M(type):
    @classmethod
    def mc(m): return m.__name__
    @staticmethod
    def ms(): return "ms"
class C(metaclass=M): pass
print(C.mc(), C.ms())
