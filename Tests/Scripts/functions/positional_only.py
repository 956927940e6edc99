# Positional-only names may be reused by **kwargs.
def f(a, b=2, /, **k): return a, b, k
print(f(1, a=5, b=6), f(1, 2, c=3))
def g(x, /, y, *, z): return x, y, z
print(g(1, 2, z=3), g(1, y=2, z=3))
for s in ["g(x=1, y=2, z=3)", "g(1, 2, 3)", "f(a=1)", "f()", "g(1, z=1)", "f(1, 2, 3)", "g(1, 2)", "g(1, x=2, y=3, z=4)"]:
    try: print(s, eval(s))
    except TypeError as e: print(s, e)
