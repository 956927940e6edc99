# A structure derived from another begins with its fields.
from ctypes import *
class A(Structure):
    _fields_ = [("a", c_char), ("b", c_int)]
class B(A):
    _fields_ = [("c", c_short)]
class C(B): pass
b = B(b"x", 2, 3)
print(b.a, b.b, b.c, sizeof(A), sizeof(B), B.c.offset, C(b"q", 1, 2).c, sizeof(C))
try:
    B(b"x", 2, 3, 4)
except TypeError as e:
    print(e)
