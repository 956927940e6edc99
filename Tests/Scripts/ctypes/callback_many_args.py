# Many arguments of mixed types.
from ctypes import *
types = [c_int, c_double, c_byte, c_float, c_long, c_short] * 5
def f(*a):
    print(a)
    return len(a)
print(CFUNCTYPE(c_int, *types)(f)(*range(30)))
