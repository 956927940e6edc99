# Bit fields in the other order.
from ctypes import *
class B(BigEndianStructure):
    _fields_ = [("a", c_ushort, 3), ("b", c_ushort, 5), ("c", c_ushort, 8)]
b = B(5, 17, 200)
print(bytes(b), b.a, b.b, b.c, B.a, B.b, B.c)
