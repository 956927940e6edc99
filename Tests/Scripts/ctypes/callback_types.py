# Every simple type as argument and as result.
from ctypes import *
for t, v in ((c_byte, -5), (c_ubyte, 250), (c_short, -300), (c_ushort, 60000), (c_int, -70000), (c_uint, 4000000000),
             (c_long, -2 ** 50), (c_ulong, 2 ** 63 + 5), (c_float, 0.5), (c_double, 0.1), (c_bool, True), (c_char, b"x"),
             (c_wchar, "é"), (c_longdouble, 1.5)):
    got = []
    def f(x):
        got.append(x)
        return x
    print(t.__name__, CFUNCTYPE(t, t)(f)(v), got)
