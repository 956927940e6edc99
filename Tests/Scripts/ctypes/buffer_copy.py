# from_buffer_copy copies.
from ctypes import *
b = bytearray(b"\5\0\0\0rest")
x = c_int.from_buffer_copy(b)
b[0] = 9
print(x.value, c_int.from_buffer_copy(b, 0).value, (c_char * 4).from_buffer_copy(b"..text", 2).value)
for args in ((b"ab",), (b"abcd", 1), (b"abcd", -1), (5,), ("x",)):
    try:
        c_int.from_buffer_copy(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
