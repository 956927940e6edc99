# C arrays where bytes-like objects are taken.
import io
from ctypes import *
a = (c_char * 5)(*b"hello")
f = io.BytesIO()
f.write(a)
print(f.getvalue(), bytes(a), bytearray(a), b"".join([a, b"!"]))
b = create_string_buffer(4)
print(io.BytesIO(b"wxyz").readinto(b), b.raw)
