# What a value is before it is set.
from ctypes import *
for t in (c_bool, c_char, c_wchar, c_byte, c_ubyte, c_short, c_int, c_long, c_float, c_double, c_longdouble, c_char_p,
          c_wchar_p, c_void_p):
    print(t.__name__, repr(t().value))
