# _align_ raises alignment.
from ctypes import *
class S(Structure):
    _align_ = 16
    _fields_ = [("a", c_int)]
class T(Structure):
    _fields_ = [("c", c_char), ("s", S)]
print(sizeof(S), alignment(S), sizeof(T), T.s.offset)
