# An object is true if any of its bytes is not zero.
from ctypes import *
for x in (c_int(0), c_int(1), c_double(0.0), c_double(-0.0), c_char(b"\0"), c_char(b"a"), c_char_p(None), c_char_p(b""),
          c_void_p(), c_void_p(8)):
    print(type(x).__name__, bool(x))
