# What from_param gives.
from ctypes import *
for t, v in ((c_int, 3), (c_byte, -1), (c_ubyte, 255), (c_short, -2), (c_long, 2 ** 40), (c_double, 1.5), (c_float, 0.5), (c_char, b"x"), (c_char, b"\xff"), (c_char, b"'"), (c_uint, 5), (c_ulong, 6)):
    print(t.__name__, t.from_param(v))
print(c_int.from_param(c_int(3)), c_void_p.from_param(None), c_void_p.from_param(16))
for t in (c_int, c_double, c_char_p, c_wchar_p, c_void_p, POINTER(c_int), c_int * 2, Structure):
    try:
        t.from_param(t)
        print("made")
    except TypeError as e:
        print(e)
