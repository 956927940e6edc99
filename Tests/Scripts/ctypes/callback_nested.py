# Callbacks that call C that calls back.
from ctypes import *
F = CFUNCTYPE(c_int, c_int)
def f(n):
    return 1 if n <= 1 else n * g(n - 1)
g = F(f)
print(g(10))
