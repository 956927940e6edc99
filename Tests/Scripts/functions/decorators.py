# Order of application; any expression may decorate.
def tag(n):
    print("make", n)
    def dec(f): print("apply", n, f.__name__ if hasattr(f, "__name__") else f); return f
    return dec
@tag("a")
@tag("b")
def f(): pass
@tag("c")
class C:
    @tag("m")
    def m(self): pass
    @staticmethod
    def s(): return "s"
    @classmethod
    @tag("cm")
    def c(cls): return cls.__name__
    @property
    def p(self): return "p"
print(C.s(), C.c(), C().p)
@(lambda f: print(f.__name__))
def printed(): pass
print(type(printed))
@lambda f: f()
def called(): return "called"
print(called)
decs = {"x": [str.upper]}
@decs["x"][0]
@lambda f: f.__name__
def name(): pass
print(name)
@(lambda f: 5) if True else None
def five(): pass
print(five)
try:
    @5
    def g(): pass
except TypeError as e: print(e)
try: g
except NameError as e: print(e)
def count(f):
    def w(*a, **k): w.calls += 1; return f(*a, **k)
    w.calls = 0
    return w
@count
def add(a, b=1): return a + b
print(add(1), add(1, b=5), add.calls)
