"""Names: globals, nonlocals, class bodies, comprehensions, exec, defaults, deletion, annotations."""
x = "global"
def show(): return x
def shadow():
    x = "local"
    def inner(): return x
    return inner(), show()
print(show(), shadow())
def late():
    try: print(y)
    except NameError as e: print(e)
    try: print(z)
    except UnboundLocalError as e: print(e)
    z = 1
    del z
    try: z
    except UnboundLocalError as e: print(e)
late()
def outer():
    def inner():
        return v
    try: inner()
    except NameError as e: print(e)
    v = 1
    return inner()
print(outer())
class C:
    x = "class"
    y = [x for _ in range(1)]
    def m(self): return x
    z = (lambda: x)()
    for i in range(3): pass
    if i: w = i
    del i
print(C.y, C().m(), C.z, C.w, hasattr(C, "i"))
def make(n):
    def get(): return n
    def set_(v):
        nonlocal n
        n = v
    return get, set_
g, s = make(1); s(5); print(g(), g.__closure__[0].cell_contents, g.__code__.co_freevars, make.__code__.co_cellvars)
def default(a, acc=[], *, k={}): acc.append(a); k[a] = len(acc); return acc, k
default(1); print(default(2), default.__defaults__, default.__kwdefaults__)
def g1():
    global made
    made = "here"
g1(); print(made)
ns = {"a": 2}; exec("b = a * 2\ndef f(): return a + b", ns); print(ns["b"], ns["f"](), eval("a + b", ns), eval("[a for a in range(2)]"), "__builtins__" in ns)
lo = {}; exec("q = 1; r = [q for _ in 'ab'] if False else q", {}, lo); print(lo)
print([f() for f in [(lambda i=i: i * i) for i in range(3)]], (lambda *a, **k: (a, k))(1, b=2))
def ann(a: int, b: "str" = "x", *c: float, d: list[int] = None, **e: dict) -> "None": ...
print(ann.__annotations__)
v: int = 3; w: "later"
print(__annotations__, "w" in globals())
def locs(a, b=2): c = a + b; return sorted(locals().items())
print(locs(1))
def counter():
    counter.n = getattr(counter, "n", 0) + 1
    return counter.n
counter(); print(counter(), counter.__dict__)
if (n := 10) > 5: print(n)
print([last := i for i in range(4)], last, {k: (val := k * 2) for k in "ab"}, val)
def gen():
    x = yield [x for x in "ab"]
    yield x
it = gen(); print(next(it), it.send("sent"))
try:
    for i in range(2): pass
    print(i)
    del i
    print(i)
except NameError as e: print(e)
import builtins
builtins.answer = 42; print(answer); del builtins.answer
try: answer
except NameError as e: print(e)
len_ = len
def len(x): return "mine"
print(len([1]), len_([1])); del len; print(len([1]))
for bad in ("def f():\n x = 1\n global x", "nonlocal q", "def f(a, a): pass", "def f():\n nonlocal zz", "x = yield", "return 1", "break", "def f(a=1, b): pass", "f(a=1, 2)", "f(**k, *a)", "lambda: (yield)", "class A: return", "del f()", "1 = x", "f() = 1", "a + b = c", "x := 1", "(x := 1) = 2", "for 1 in x: pass", "with a as 1: pass", "import a.b as c.d", "from . import *", "def f(): from x import *", "None = 1", "True.x = 1", "{**a: 1}", "[*a for a in b]", "print 1", "if x = 1: pass", "else: pass", "'unterminated", "'''never", "x = (1,\n", "  x", "if 1:\nx", "a b", "@", "f'{'", "f'{}'", "0777", "1__0", "0b2", "1e", "\\x", "é = 1; print(é", "async = 1"):
    try: compile(bad, "s", "exec"); print("ok", repr(bad))
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset)
