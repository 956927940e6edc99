# byref gives a light pointer.
from ctypes import *
x = c_int(3)
r = byref(x)
print(type(r).__name__, r._obj is x, repr(r).startswith("<cparam 'P' (0x"))
for args in ((3,), (None,), (x, "o"), (c_int,)):
    try:
        byref(*args)
        print("made")
    except TypeError as e:
        print(e)
