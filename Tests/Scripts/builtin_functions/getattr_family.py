# getattr, setattr, hasattr, delattr, vars, dir, callable, id.
class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
print(getattr(a, "x"), getattr(a, "z", 5), hasattr(a, "y"), hasattr(a, "z"), vars(a), sorted(k for k in dir(a) if not k.startswith("__")), callable(a), callable(A), id(a) == id(a), id(a) != id(A()), isinstance(id(a), int), [k for k in vars(A) if not k.startswith("__")])
setattr(a, "z", 3); delattr(a, "y"); print(vars(a)); setattr(a, "not an identifier", 1); print(getattr(a, "not an identifier"))
for s in ["vars(5)", "vars(1, 2)", "dir(1, 2)", "getattr(a, 'q')", "getattr(a, 5)", "setattr(a, 5, 1)", "delattr(a, 'q')", "hasattr(a, 1)", "callable()", "id()", "id(1, 2)", "setattr(5, 'x', 1)", "delattr(5, 'real')", "hasattr(a)", "setattr(a, 'x')", "vars(len)"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
print(dir() == sorted(dir()), "a" in dir(), "append" in dir([]), dir(type("E", (), {"b": 1, "a": 2}))[-2:], sorted(set(dir(A)) - set(dir(object))))
