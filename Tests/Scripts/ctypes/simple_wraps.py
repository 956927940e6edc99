# Integers beyond the range wrap.
from ctypes import *
for t in (c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong):
    bits = sizeof(t) * 8
    for v in (2 ** (bits - 1), 2 ** bits - 1, 2 ** bits, -1, -2 ** (bits - 1) - 1, 2 ** 70 + 5):
        print(t.__name__, v, t(v).value)
