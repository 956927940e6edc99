# cast between pointers, arrays, numbers and strings.
from ctypes import *
a = (c_ubyte * 8)(1, 0, 0, 0, 2, 0, 0, 0)
p = cast(a, POINTER(c_int))
print(p[0], p[1])
print(cast(p, POINTER(c_short))[2], cast(p, c_void_p).value == addressof(a))
print(cast(b"text", c_char_p).value, bool(cast(None, POINTER(c_int))))
print(cast(c_void_p(addressof(a)), POINTER(c_ubyte))[4])
