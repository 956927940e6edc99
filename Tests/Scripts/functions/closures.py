# Cells are shared, and bound late.
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
print(inc(), inc(5), get(), counter()[1](), inc.__closure__ is not None, inc.__code__.co_freevars, get.__closure__[0].cell_contents)
def late():
    def f(): return x
    try: f()
    except NameError as e: print(type(e).__name__, e)
    x = 1
    return f()
print(late())
def three(a):
    def two(b):
        def one(c): return a, b, c
        return one
    return two
print(three(1)(2)(3))
def loop(): return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]
a, b = loop(); print([f() for f in a], [f() for f in b])
def deleted():
    x = 1
    def f(): return x
    del x
    return f
try: deleted()()
except NameError as e: print(e)
def selfref():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    return fact
print(selfref()(20))
def arg(x):
    def set(v): nonlocal x; x = v
    set(9)
    return x
print(arg(1))
class A:
    x = "class"
    def f(self): return x
x = "global"; print(A().f())
def klass():
    y = "fn"
    class B:
        y = y if 0 else "cls"
        def f(self): return y
    return B().f()
print(klass())
c = get.__closure__[0]; c.cell_contents = 100; print(get()); del c.cell_contents
try: c.cell_contents
except ValueError as e: print(e)
