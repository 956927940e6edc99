# Sorting structures by a field.
from ctypes import *
class R(Structure):
    _fields_ = [("key", c_int), ("name", c_char * 8)]
a = (R * 4)((3, b"c"), (1, b"a"), (4, b"d"), (2, b"b"))
C = CFUNCTYPE(c_int, POINTER(R), POINTER(R))
CDLL(None).qsort(a, 4, sizeof(R), C(lambda x, y: x.contents.key - y.contents.key))
print([(r.key, r.name) for r in a])
