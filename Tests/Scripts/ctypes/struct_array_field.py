# Arrays in structures.
from ctypes import *
class S(Structure):
    _fields_ = [("n", c_int), ("v", c_short * 3), ("name", c_char * 8)]
s = S(1, (1, 2, 3), b"abc")
print(list(s.v), s.name, sizeof(S))
s.v[1] = 9
s.name = b"longer"
print(list(s.v), s.name)
for v in (b"waytoolong", "text"):
    try:
        s.name = v
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
s.v = (c_short * 3)(7, 7, 7)
print(list(s.v))
