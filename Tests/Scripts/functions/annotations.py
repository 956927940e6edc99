# Annotations are kept and evaluated at definition.
def f(a: int, b: "str" = "x", *c: 1 + 1, d: None, **e: [1]) -> dict: pass
print(f.__annotations__)
x: int
y: str = "v"
(z): float = 1.5
class C:
    a: int
    b: str = "b"
    c: "later"
    def m(self: "C"): pass
print(__annotations__, C.__annotations__, C.m.__annotations__, "a" in C.__dict__, C.b, y, z)
d = {}
d["k"]: print("evaluated target annotation") = 5
print(d)
class O: pass
o = O()
o.attr: int = 3
print(o.attr, "attr" in __annotations__)
try: x
except NameError as e: print(e)
def g():
    v: undefined = 1
    w: also_undefined
    return v
print(g())
try:
    def h(a: undefined): pass
except NameError as e: print(e)
try:
    q: undefined = 1
except NameError as e: print(e, q if "q" in globals() else "unset")
for s in ["x: int: str", "1: int", "(a, b): int", "a, b: int", "[a]: int", "f(): int", "x: int = 1 = 2", "x: int += 1", "a.b: int", "*a: int", "x: (yield)", "def f():\n x: (yield)", "x: y := 1", "x: (y := 1)", "lambda: x: int", "None: int", "x: *a", "x: int = *a, 1", "def f(*a: *b): pass", "class C:\n  x: (y := 1)", "def f(a: (yield)): pass", "def f(a: (b := 1)): pass"]:
    try: compile(s, "<s>", "exec"); print(repr(s), "fine")
    except SyntaxError as e: print(repr(s), "->", e.msg, e.lineno, e.offset, e.end_offset)
