# Arrays of bytes: value, raw, slices.
from ctypes import *
b = (c_char * 6)(b"a", b"b", b"c")
print(b.value, b.raw, b[:], b[1:3], b[::2], b[::-1], b[0], len(b))
b.value = b"xy"
print(b.raw)
b.raw = b"\1\2\0\4"
print(b.raw, b.value)
b[2] = b"!"
print(b.value)
