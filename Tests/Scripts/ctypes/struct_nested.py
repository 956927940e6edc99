# Structures in structures share memory.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int), ("y", c_int)]
class R(Structure):
    _fields_ = [("a", P), ("b", P)]
r = R((1, 2), P(3, 4))
print(r.a.x, r.a.y, r.b.x, r.b.y, R.b.offset)
a = r.a
a.x = 10
print(r.a.x, a._b_base_ is r)
r.b = r.a
a.y = 20
print(r.b.x, r.b.y)
try:
    r.a = (1, 2, 3)
except RuntimeError as e:
    print(e)
try:
    r.a = 5
except TypeError as e:
    print(e)
