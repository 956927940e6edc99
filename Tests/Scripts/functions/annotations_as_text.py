# from __future__ import annotations keeps the text.
from __future__ import annotations
def f(a: int | None, b: undefined[x, "y"] = 1, *c: lambda q: q + 1, d: (1, 2), **e: {**a}) -> -x ** 2: pass
print(f.__annotations__)
class C:
    a: list[int]
    b: f"{x}!" = 1
    c: (a if b else c)
    d: not x and y or z
    e: [i for i in x if y]
    g: x[1:2, ::3]
print(C.__annotations__)
for s in ["x: (yield)", "def f(a: (yield)): pass", "x: (y := 1)", "def f(a: (b := 1)): pass", "def f():\n x: (yield 1)", "class C:\n  x: (y := 1)", "def f() -> (yield): pass", "x: [i := 1 for i in j]", "def f() -> (x := 1): pass", "def f(a: lambda: (yield)): pass", "x: (lambda: (yield))", "x: (yield from y)"]:
    try: compile("from __future__ import annotations\n" + s, "<s>", "exec"); print(repr(s), "fine")
    except SyntaxError as e: print(repr(s), "->", e.msg, e.lineno, e.offset, e.end_offset)
