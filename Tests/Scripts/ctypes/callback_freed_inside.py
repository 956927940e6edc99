# The last reference to a callback goes while it runs.
import gc
from ctypes import *
F = CFUNCTYPE(c_int, c_int)
def f(n):
    global g
    g = None
    gc.collect()
    return n + 1
g = F(f)
print(g(1), g)
