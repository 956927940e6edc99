# global, nonlocal and where names are looked up.
x = "g"
def f():
    global x, new
    x = "changed"; new = "made"
f(); print(x, new)
def g():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 1
g()
def h():
    x = "h"
    def i():
        global x
        def j(): return x
        return x, j()
    def k():
        nonlocal x
        x += "!"
        return x
    return i(), k(), x
print(h())
class C:
    global y
    y = "from class"
    z = x
print(y, "y" in C.__dict__, C.z)
def m():
    x = "m"
    class D: r = x; x = "d"
    return D.r, D.x
print(m())
def n():
    if 0: q = 1
    try: q
    except UnboundLocalError as e: return str(e)
print(n())
def o(): print(len([1])); 
o(); len_ = len
def p():
    import os as x
    return x.__name__
print(p(), x)
for s in ["def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "nonlocal x", "def f(): nonlocal q", "def f(a):\n global a", "def f():\n x: int\n global x", "class C:\n def f(self): nonlocal __class__; __class__ = 1", "def f():\n global x\n nonlocal x", "def f():\n nonlocal x\n global x", "def f():\n for x in []: pass\n global x", "def f():\n def x(): pass\n global x", "def f():\n import x\n global x", "global x; x = 1", "x = 1; global x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f():\n x = 1\n def g(x): nonlocal x", "def f():\n global x\n x: int = 1", "def f():\n global x\n global x", "def f():\n del x\n global x", "lambda: (x := 1); global y"]:
    try: compile(s, "<s>", "exec"); print(repr(s), "fine")
    except SyntaxError as e: print(repr(s), "->", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
