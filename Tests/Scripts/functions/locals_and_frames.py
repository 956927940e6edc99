# locals() in functions, classes and at module level.
def f(a, b=2):
    c = 3
    l = locals()
    d = 4
    return l
print(f(1))
def g():
    x = 1
    def h(): return x, locals()
    return h(), locals().keys() >= {"x", "h"}
print(g())
class C:
    y = 1
    print(sorted(k for k in locals() if not k.startswith("__")))
print(locals() is globals(), "f" in locals(), vars() is globals() if 0 else "f" in vars())
def k():
    l = locals()
    l["z"] = 5
    try: return z
    except NameError as e: return str(e)
print(k())
def m(*a, **k): return locals()
print(m(1, x=2))
def n():
    for i in range(2): pass
    return [locals()["i"] for _ in range(1)] if 0 else sorted(locals())
print(n())
import sys
def fr():
    f = sys._getframe()
    return f.f_code.co_name, f.f_lineno - fr.__code__.co_firstlineno, f.f_back.f_code.co_name, f.f_globals is globals(), sorted(f.f_locals)
print(fr())
