# POINTER is cached, and names types.
from ctypes import *
print(POINTER(c_int) is POINTER(c_int), POINTER(c_int).__name__, POINTER(POINTER(c_int)).__name__)
print(POINTER(None) is c_void_p, POINTER(c_int)._type_)
for t in (3, None.__class__, int):
    try:
        print(POINTER(t))
    except TypeError as e:
        print(e)
