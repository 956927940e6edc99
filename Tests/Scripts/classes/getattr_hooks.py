# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class A:
    x = 1
    def __getattr__(self, n):
        if n.startswith("q"): raise AttributeError("no " + n)
        return "got " + n
    def __setattr__(self, n, v): print("set", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
    def __dir__(self): return ["b", "a"]
a = A(); a.y = 2
print(a.x, a.y, a.z, dir(a), hasattr(a, "qq"), getattr(a, "qq", "default"), a.__dict__); del a.y
try: del a.y
except AttributeError as e: print(e)
try: a.qx
except AttributeError as e: print(e)
class B:
    def __getattribute__(self, n):
        print("attr", n)
        if n == "bad": raise AttributeError(n)
        if n == "worse": raise ValueError(n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "fallback"
    def m(self): return "m"
    def __len__(self): return 3
b = B(); print(b.m(), b.bad, b.nope, len(b), b.__class__.__name__)
try: b.worse
except ValueError as e: print(e)
for f in [lambda: getattr(1, 5), lambda: getattr(1, "x"), lambda: getattr(1, "x", None), lambda: hasattr(1, 5), lambda: setattr(a, 5, 1), lambda: delattr(a, "zz"), lambda: getattr(), lambda: getattr(1), lambda: setattr(1, "x", 2), lambda: setattr(int, "x", 2), lambda: delattr(int, "real"), lambda: object().x, lambda: setattr(object(), "x", 1), lambda: hasattr(b, "worse")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class C:
    def __dir__(self): return 5
try: dir(C())
except TypeError as e: print(e)
setattr(C, "dyn", 7); print(C.dyn, C().dyn, getattr(C(), "dyn")); delattr(C, "dyn"); print(hasattr(C, "dyn"))
