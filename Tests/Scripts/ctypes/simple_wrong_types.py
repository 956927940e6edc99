# Values of the wrong type are refused, each with its words.
from ctypes import *
for t, v in ((c_int, "x"), (c_int, 1.5), (c_int, None), (c_int, b"1"), (c_long, []), (c_double, "x"), (c_double, None),
             (c_float, b""), (c_char, b"ab"), (c_char, "a"), (c_char, 300), (c_char, -1), (c_wchar, "ab"), (c_wchar, b"a"),
             (c_char_p, "x"), (c_char_p, 1.5), (c_wchar_p, b"x"), (c_void_p, "x"), (c_void_p, b"x"), (c_void_p, 1.5)):
    try:
        print(t(v))
    except TypeError as e:
        print(t.__name__, repr(v), e)
