# Arrays of structures share memory with their items.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int), ("y", c_int)]
a = (P * 3)((1, 2), P(3, 4))
print([(p.x, p.y) for p in a])
a[2].x = 5
p = a[1]
p.y = 44
print([(p.x, p.y) for p in a])
a[0] = P(9, 9)
print(a[0].x)
try:
    a[0] = (1, 2, 3)
except RuntimeError as e:
    print(e)
