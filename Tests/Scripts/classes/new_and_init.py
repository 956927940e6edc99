# __new__ decides what __init__ gets.
class A:
    def __new__(cls, *a, **k): print("new", cls.__name__, a, k); return super().__new__(cls)
    def __init__(self, *a, **k): print("init", a, k)
A(1, x=2)
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
class Single:
    it = None
    def __new__(cls, v):
        if cls.it is None: cls.it = object.__new__(cls)
        return cls.it
    def __init__(self, v): self.v = v
s, t = Single(1), Single(2); print(s is t, s.v)
class Sub(A):
    def __new__(cls, *a): return A(*a) if a else super().__new__(cls)
print(type(Sub(1)).__name__, type(Sub()).__name__)
class I:
    def __init__(self): return 5
class J:
    def __new__(cls, a): return object.__new__(cls)
class K:
    def __init__(self, a): pass
class L: pass
for s in ["I()", "J()", "J(1, 2)", "K()", "L(1)", "L(x=1)", "object(1)", "object.__new__(L, 1)", "object.__new__(5)", "object.__new__(int)", "int.__new__(str)", "L.__new__()", "object.__init__(L(), 1)", "J.__new__(J)", "str.__new__(int)", "tuple.__new__(L)", "object.__new__(K, 5) and 0", "L.__init__()", "type.__call__(L, 1)", "list.__new__(L)"]:
    try: print(s, eval(s) is not None)
    except Exception as e: print(s, type(e).__name__, e)
