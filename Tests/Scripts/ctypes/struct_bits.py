# Bit fields.
from ctypes import *
class S(Structure):
    _fields_ = [("a", c_uint, 3), ("b", c_uint, 5), ("c", c_int, 4), ("d", c_uint, 20)]
s = S(7, 31, -8, 0xFFFFF)
print(sizeof(S), s.a, s.b, s.c, s.d, S.a, S.b, S.c, S.d)
s.a = 9
s.c = 7
s.b = -1
print(s.a, s.b, s.c, s.d, bytes(s))
