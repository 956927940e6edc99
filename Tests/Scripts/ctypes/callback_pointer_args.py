# Pointers, structures and own simple types as arguments.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int), ("y", c_int)]
class Own(c_int): pass
def f(p, s, o):
    print(type(p).__name__, p[0], s.x, s.y, type(o).__name__, o.value)
    p[0] = 99
    return s.x
x = c_int(5)
print(CFUNCTYPE(c_int, POINTER(c_int), P, Own)(f)(pointer(x), P(1, 2), Own(3)), x.value)
