# Unions and bit fields by value.
from ctypes import *
class U(Union):
    _fields_ = [("i", c_int), ("d", c_double)]
class T(Structure):
    _fields_ = [("kind", c_int), ("u", U)]
class B(Structure):
    _fields_ = [("a", c_uint, 4), ("b", c_uint, 12), ("c", c_int)]
def f(u, t, b):
    print(u.d, t.kind, t.u.i, b.a, b.b, b.c)
    return 1
u = U()
u.d = 2.5
t = T(3)
t.u.i = 77
print(CFUNCTYPE(c_int, U, T, B)(f)(u, t, B(5, 1000, -1)))
