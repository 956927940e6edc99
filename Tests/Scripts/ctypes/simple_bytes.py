# bytes() of an object are the bytes in memory.
from ctypes import *
print(bytes(c_int(1)), bytes(c_short(-2)), bytes(c_double(1.0)), bytes(c_char(b"z")), bytes(c_wchar("é")))
