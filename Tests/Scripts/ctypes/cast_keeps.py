# What was cast keeps its source alive.
import gc
from ctypes import *
def make():
    a = (c_int * 3)(1, 2, 3)
    return cast(a, POINTER(c_int))
p = make()
gc.collect()
print(p[0:3])
