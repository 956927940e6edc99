# paramflags that cannot be.
from ctypes import *
P = CFUNCTYPE(c_double, c_double, c_int)
m = CDLL("libm.so.6")
for flags in (5, ((1,),), ((1, "x"), (2, "e")), ((1, "x"), 3), ((1, 2), (1, "e")), ((7, "x"), (1, "e"))):
    try:
        P(("ldexp", m), flags)
        print("made")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
