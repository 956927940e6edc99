# What fields point to is kept with the structure.
from ctypes import *
class S(Structure):
    _fields_ = [("a", c_char_p), ("b", c_char_p)]
s = S(b"one", b"two")
print(s._objects, s.a, s.b)
s.a = None
print(s.a)
class T(Structure):
    _fields_ = [("s", S), ("n", c_int)]
t = T()
t.s.b = b"deep"
print(t.s.b, t._objects)
