# A callback handed to C and got back.
from ctypes import *
F = CFUNCTYPE(c_int, c_int)
G = CFUNCTYPE(c_int, F, c_int)
def apply(f, x):
    return f(x) + f(x + 1)
print(G(apply)(F(lambda x: x * x), 3))
p = cast(F(lambda x: x + 100), c_void_p)
f = F(lambda x: x - 1)
print(F(cast(f, c_void_p).value)(10))
