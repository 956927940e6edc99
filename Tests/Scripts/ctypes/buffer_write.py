# A memoryview of C data writes to it.
from ctypes import *
a = (c_ubyte * 4)(1, 2, 3, 4)
v = memoryview(a).cast("B")
v[1] = 200
v[2:4] = b"\x07\x08"
print(list(a), bytes(v), v.tobytes())
