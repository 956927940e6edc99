# cast to what is no pointer, of what has no address.
from ctypes import *
for v, t in ((b"x", c_int), (b"x", int), (b"x", 3), (1.5, c_void_p), ([], c_void_p)):
    try:
        print(cast(v, t))
    except (TypeError, ArgumentError) as e:
        print(type(e).__name__, e)
