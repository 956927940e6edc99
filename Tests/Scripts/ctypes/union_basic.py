# All fields of a union begin at its beginning.
from ctypes import *
class U(Union):
    _fields_ = [("i", c_int), ("c", c_char * 4), ("d", c_double)]
u = U(0x41424344)
print(sizeof(U), alignment(U), u.c, hex(u.i), U.d.offset)
u.d = 1.0
print(u.i, bytes(u))
print(U(c=b"ab").i, U(1, b"x").c)
class V(BigEndianUnion):
    _fields_ = [("i", c_int), ("s", c_short)]
v = V(0x01020304)
print(bytes(v), v.s)
