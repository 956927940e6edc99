# Structures with the bytes the other way round.
from ctypes import *
class B(BigEndianStructure):
    _fields_ = [("a", c_short), ("b", c_int), ("c", c_double), ("d", c_ubyte * 2), ("e", c_ushort * 2)]
b = B(1, 2, 3.0)
b.e[1] = 0x1234
print(bytes(b), b.a, b.b, b.c, list(b.e))
class L(LittleEndianStructure):
    _fields_ = [("a", c_short), ("b", c_int)]
print(bytes(L(1, 2)), LittleEndianStructure is Structure)
class N(BigEndianStructure):
    _fields_ = [("inner", B), ("x", c_int)]
n = N()
n.inner.a = 0x0102
print(bytes(n)[:2], n.inner.a)
