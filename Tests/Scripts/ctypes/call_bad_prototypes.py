# Attributes that cannot be.
from ctypes import *
f = CDLL(None).labs
for name, v in (("argtypes", 3), ("argtypes", [3]), ("argtypes", [c_int, int]), ("restype", 3), ("restype", "x"), ("errcheck", 3)):
    try:
        setattr(f, name, v)
        print("set", name)
    except TypeError as e:
        print(name, e)
print(f.argtypes, f.restype, f.errcheck)
f.argtypes = None
f.argtypes = ()
print(f.argtypes)
