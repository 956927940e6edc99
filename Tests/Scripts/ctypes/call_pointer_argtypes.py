# What a pointer type takes.
from ctypes import *
c = CDLL(None)
f = c.memcmp
f.argtypes = [POINTER(c_int), POINTER(c_int), c_size_t]
x, y = c_int(1), c_int(1)
a = (c_int * 2)(1, 2)
print(f(x, y, 4), f(byref(x), pointer(y), 4), f(a, x, 4), f(a, a, 8))
for args in ((1, x, 4), (c_long(1), x, 4), (byref(c_long(1)), x, 4), ((c_short * 2)(), x, 4), (pointer(c_short()), x, 4), ("s", x, 4)):
    try:
        f(*args)
    except ArgumentError as e:
        print(e)
