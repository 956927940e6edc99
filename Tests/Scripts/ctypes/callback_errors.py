# What cannot be a callback.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int)]
for t in (POINTER(c_int), P, c_int * 2):
    try:
        CFUNCTYPE(t)(lambda: 0)
        print("made")
    except TypeError as e:
        print(e)
for v in ("x", 1.5, None, []):
    try:
        CFUNCTYPE(c_int)(v)
        print("made")
    except TypeError as e:
        print(e)
