# Fields, offsets, sizes, initialisers.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int), ("y", c_double), ("c", c_char)]
print(sizeof(P), alignment(P), P.x, P.y, P.c, P.y.offset, P.y.size)
for p in (P(), P(1), P(1, 2.5, b"z"), P(y=3, c=b"k"), P(5, c=b"q")):
    print(p.x, p.y, p.c)
