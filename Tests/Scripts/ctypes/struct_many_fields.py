# Many fields, set and read by name.
from ctypes import *
class M(Structure):
    _fields_ = [("f%d" % i, (c_byte, c_short, c_int, c_long)[i % 4]) for i in range(60)]
m = M(*range(60))
print(sizeof(M), sum(getattr(m, "f%d" % i) for i in range(60)), M.f59)
