# Order of calls and what __exit__ sees.
class M:
    def __init__(self, n, swallow=False, fail=None): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self):
        print("enter", self.n)
        if self.fail == "enter": raise ValueError("enter " + self.n)
        return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v, tb is not None)
        if self.fail == "exit": raise KeyError("exit " + self.n)
        return self.swallow
with M("a") as x, M("b") as y: print(x, y)
with (M("a") as x, M("b"),): print(x)
with M("outer", True):
    with M("inner"): raise ValueError("body")
for args in [("a", False, "enter"), ("a", True, "exit"), ("a", False, "exit"), ("a", True, None)]:
    try:
        with M("first"), M(*args): 1 / 0
        print("swallowed")
    except Exception as e: print(type(e).__name__, e, repr(e.__context__))
def f():
    with M("r"): return "value"
print(f())
for i in range(2):
    with M(str(i)):
        if i: break
        continue
class NoExit:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): pass
class Inst: pass
i = Inst(); i.__enter__ = i.__exit__ = lambda *a: None
for m in (NoExit(), NoEnter(), i, 5, None, open):
    try:
        with m: pass
    except Exception as e: print(type(e).__name__, e)
with M("t") as (p): print(p)
l = [0]
with M("i") as l[0]: pass
print(l)
