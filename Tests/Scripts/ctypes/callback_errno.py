# errno in callbacks with use_errno.
from ctypes import *
F = CFUNCTYPE(c_int, c_int, use_errno=True)
def f(x):
    old = set_errno(x)
    return old
g = F(f)
set_errno(0)
print(g(5), get_errno() in (0, 5))
