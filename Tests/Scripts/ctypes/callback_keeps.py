# A callback object keeps its callable.
import gc
from ctypes import *
F = CFUNCTYPE(c_int)
def make():
    n = 41
    return F(lambda: n + 1)
f = make()
gc.collect()
print(f())
