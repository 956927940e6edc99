# The twins in the other order of bytes.
from ctypes import *
for t in (c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_float, c_double):
    big = t.__ctype_be__
    print(t.__ctype_le__ is t, big.__name__, big.__ctype_le__ is t, big.__ctype_be__ is big, bytes(big(1)), big(1).value)
for t in (c_byte, c_ubyte, c_char):
    print(t.__ctype_le__ is t, t.__ctype_be__ is t)
