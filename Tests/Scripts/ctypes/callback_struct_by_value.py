# Structures of several sizes by value.
from ctypes import *
class A(Structure):
    _fields_ = [("a", c_char), ("b", c_short)]
class B(Structure):
    _fields_ = [("a", c_double), ("b", c_int)]
class C(Structure):
    _fields_ = [("a", c_long), ("b", c_double), ("c", c_long), ("d", c_float)]
class D(Structure):
    _fields_ = [("v", c_int * 20)]
class E(Structure):
    _fields_ = [("x", c_float), ("y", c_float), ("z", c_float)]
def f(a, b, c, d, e, n):
    print(a.a, a.b, b.a, b.b, c.a, c.b, c.c, c.d, list(d.v), (e.x, e.y, e.z), n)
    return n
d = D()
d.v[:] = range(20)
print(CFUNCTYPE(c_int, A, B, C, D, E, c_int)(f)(A(b"q", -2), B(1.5, 7), C(1, 2.5, 3, 4.5), d, E(1, 2, 3), 42))
