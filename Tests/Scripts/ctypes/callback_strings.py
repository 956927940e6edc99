# Strings as arguments.
from ctypes import *
def f(s, w, v):
    print(s, w, v)
    return 0
F = CFUNCTYPE(c_int, c_char_p, c_wchar_p, c_void_p)
F(f)(b"bytes", "text", None)
F(f)(None, None, 16)
