# Pointers as arguments: byref, pointer, arrays, None, addresses.
from ctypes import *
c = CDLL(None)
buffer = create_string_buffer(20)
c.strcpy(buffer, b"copied")
print(buffer.value)
c.memcpy(byref(buffer, 3), b"XY", 2)
print(buffer.value)
end = c_char_p()
c.strtol.argtypes = [c_char_p, POINTER(c_char_p), c_int]
c.strtol.restype = c_long
print(c.strtol(b"123abc", byref(end), 10), end.value, c.strtol(b"ff", None, 16))
c.time.restype = c_long
print(c.time(None) > 10 ** 9)
