# Results that are Python objects, and functions of C that get them.
from ctypes import *
F = PYFUNCTYPE(py_object, py_object)
f = F(lambda x: [x, x])
print(f("a"), f(None))
G = CFUNCTYPE(c_int, py_object)
print(G(lambda d: len(d))({1: 2, 3: 4}))
