# __call__, __bool__, callable() and errors in both.
class C:
    def __call__(s, a, b=2, *c, **d): return a, b, c, d
class B:
    def __bool__(s): return False
    def __len__(s): return 5
c = C()
print(c(1), c(1, 2, 3, x=4), callable(c), callable(C), callable(5), callable(len), callable(lambda: 0), bool(B()), not B(), C.__call__(c, 9), c.__call__(8), list(map(c, [1, 2])), sorted([3, 1], key=type("K", (), {"__call__": lambda s, v: -v})()))
class X:
    def __bool__(s): return "x"
class Y:
    def __bool__(s): raise ValueError("bool")
class Z: __bool__ = None
for f in [lambda: bool(X()), lambda: 1 if Y() else 2, lambda: not Y(), lambda: Y() and 1, lambda: Y() or 1, lambda: [i for i in [1] if Y()], lambda: any([Y()]), lambda: bool(Z()), lambda: exec("while Y(): pass"), lambda: exec("assert Y()"), lambda: list(filter(None, [Y()])), lambda: c(), lambda: 5(), lambda: "a"(1), lambda: None()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
