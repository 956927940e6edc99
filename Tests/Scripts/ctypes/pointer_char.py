# Pointers to characters read bytes.
from ctypes import *
b = create_string_buffer(b"hello")
p = cast(b, POINTER(c_char))
print(p[0], p[0:3], p[:5:2])
p[0] = b"J"
print(b.value)
w = create_unicode_buffer("wörld")
q = cast(w, POINTER(c_wchar))
print(q[1], q[0:5])
