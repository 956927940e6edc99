# Deep recursion is an exception that can be handled.
import sys
def f(n): return f(n + 1)
for act in [lambda: f(0)]:
    try: act()
    except RecursionError as e: print(e)
depth = 0
def g():
    global depth
    depth += 1
    g()
try: g()
except RecursionError: print(900 < depth <= 1000)
class A:
    def __getattr__(self, n): return getattr(self, n)
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __len__(self): return len(self)
    def __call__(self): return self()
    def __iter__(self): return iter(self)
    def __add__(self, o): return self + o
    def __bool__(self): return bool(self)
    def __hash__(self): return hash(self)
    def __contains__(self, o): return o in self
    def __getitem__(self, o): return self[o]
    def __str__(self): return str(self)
    def __format__(self, s): return format(self, s)
    def __index__(self): return [0][self]
    def __lt__(self, o): return self < o
a = A()
for act in [lambda: a.x, lambda: repr(a), lambda: a == 1, lambda: len(a), lambda: a(), lambda: iter(a), lambda: a + 1, lambda: bool(a), lambda: hash(a), lambda: 1 in a, lambda: a[0], lambda: str(a), lambda: f"{a}", lambda: [1][a], lambda: sorted([a, a]), lambda: {a: 1}, lambda: [a] == [A()], lambda: print(a)]:
    try: act(); print("no error")
    except RecursionError as e: print(type(e).__name__)
old = sys.getrecursionlimit()
sys.setrecursionlimit(100)
depth = 0
try: g()
except RecursionError: print(depth < 100)
sys.setrecursionlimit(old)
for n in (0, -1, "a", 10 ** 20):
    try: sys.setrecursionlimit(n)
    except Exception as e: print(type(e).__name__, e)
