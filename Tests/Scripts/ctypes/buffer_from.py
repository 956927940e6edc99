# from_buffer shares memory with a bytearray, which cannot be resized meanwhile.
from ctypes import *
b = bytearray(b"\1\0\0\0\2\0\0\0")
a = (c_int * 2).from_buffer(b)
print(list(a))
a[0] = 258
print(b)
b[4] = 9
print(a[1])
try:
    b.append(1)
except BufferError as e:
    print(type(e).__name__)
x = c_short.from_buffer(b, 4)
print(x.value)
del a, x
b.append(1)
print(len(b))
