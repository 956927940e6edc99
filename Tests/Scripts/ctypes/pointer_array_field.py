# An array assigned to a field that is a pointer.
from ctypes import *
class S(Structure):
    _fields_ = [("n", c_int), ("items", POINTER(c_int))]
s = S(3, (c_int * 3)(7, 8, 9))
print([s.items[i] for i in range(s.n)])
for v in (3, (c_short * 2)(), c_int(3)):
    try:
        s.items = v
    except TypeError as e:
        print(e)
s.items = None
print(bool(s.items))
