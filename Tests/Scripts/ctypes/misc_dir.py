# What objects offer.
from ctypes import *
class S(Structure):
    _fields_ = [("x", c_int)]
for o in (c_int(), (c_char * 2)(), (c_int * 2)(), pointer(c_int()), S(), CFUNCTYPE(None)()):
    print([n for n in ("value", "raw", "contents", "x", "argtypes", "restype", "errcheck", "_objects", "_b_base_", "_length_", "_type_", "_fields_") if hasattr(o, n)])
