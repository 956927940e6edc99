# What import binds, and where.
import os.path
print("os" in globals(), "path" in globals())
import os.path as q
print(q.__name__)
def f():
    import os.path
    return sorted(locals())
print(f())
x = "before"
from math import pi as x
print(x)
try:
    from math import e, nope
except ImportError as err: print("e" in globals(), type(err).__name__)
exec("import math as m2", g := {}); print(sorted(k for k in g if k[0] != "_"))
