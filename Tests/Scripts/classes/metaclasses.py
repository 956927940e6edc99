# __prepare__, __new__, __init__, __call__ of metaclasses; conflicts.
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **k): print("prepare", name, bases, k); return {"injected": 1}
    def __new__(m, name, bases, ns, **k): print("new", name, sorted(x for x in ns if not x.startswith("__")), k); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **k): print("init", name, k); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): print("call", cls.__name__, a); return super().__call__(*a, **k)
    def method(cls): return "from meta " + cls.__name__
    def __getattr__(cls, n): return "meta attr " + n
    def __len__(cls): return 42
    def __iter__(cls): return iter("meta")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return "item", k
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __instancecheck__(cls, o): return o == "magic"
    def __subclasscheck__(cls, c): return c is int
    def __eq__(cls, o): return o == "eq" or o is cls
    def __hash__(cls): return 1
    def __add__(cls, o): return "added", o
    def __bool__(cls): return False
    @property
    def prop(cls): return "prop"
class A(metaclass=M, opt=1): x = 5
a = A()
print(A.injected, A.method(), A.anything, len(A), list(A), 1 in A, A[3], A, isinstance("magic", A), isinstance(a, A), issubclass(int, A), A == "eq", A + 1, bool(A), A.prop, type(A), type(a) is A)
class B(A): pass
print(type(B))
try: a.method()
except AttributeError as e: print(str(e))
class N(type): pass
for s in ["class X(A, metaclass=N): pass", "class X(metaclass=lambda *a: 5): pass\nprint(X)", "class X(metaclass=print): pass", "class X(metaclass=type): pass\nprint(X)", "class X(metaclass=int): pass", "class P(type):\n  __prepare__ = lambda *a, **k: 5\nclass X(metaclass=P): pass", "class P(type):\n  def mro(c): return [c, object]\nclass X(int, metaclass=P): pass", "class P(type):\n  def mro(c): return 5\nclass X(metaclass=P): pass", "class P(type):\n  def __new__(*a): return 'str'\nclass X(metaclass=P): pass\nprint(X)", "class P(type):\n  def mro(c): return [c, 5]\nclass X(metaclass=P): pass"]:
    try: exec(s)
    except Exception as e: print(s.encode(), type(e).__name__, e)
T = type("T", (A,), {"y": 1}); print(T.y, type(T))
print(type(type), type.__class__, isinstance(type, object), isinstance(object, type), type("Q", (), {})().__class__.__name__, issubclass(M, type), M.__mro__[1:])
