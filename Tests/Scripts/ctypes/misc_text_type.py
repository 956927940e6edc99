# Names and docs.
from ctypes import *
class Documented(Structure):
    """A documented structure."""
    _fields_ = [("x", c_int)]
print(Documented.__doc__, Documented.__name__, Documented.__qualname__, Documented.__module__)
print(c_int.__name__, c_int.__module__, repr(c_int), repr(c_int * 2), repr(POINTER(c_int)))
