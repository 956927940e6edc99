# Bit fields of every integer type.
from ctypes import *
for t in (c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong):
    class S(Structure):
        _fields_ = [("a", t, 1), ("b", t, 5), ("c", t, 2)]
    s = S()
    out = []
    for v in (0, 1, 2, 3, -1, 17):
        s.a = s.b = s.c = v
        out.append((s.a, s.b, s.c, bytes(s)[0]))
    print(t.__name__, sizeof(S), out)
