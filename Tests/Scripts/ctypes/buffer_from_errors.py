# What cannot be a buffer.
from ctypes import *
for args in ((b"abcd",), (bytearray(2),), (bytearray(6), 4), (bytearray(6), -1), ("abcd",), (5,), (memoryview(bytearray(8))[::2],)):
    try:
        print(c_int.from_buffer(*args).value)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
