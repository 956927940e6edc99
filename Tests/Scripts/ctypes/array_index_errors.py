# Indices out of range and of the wrong type.
from ctypes import *
a = (c_int * 3)()
for i in (3, -4, 100, "x", 1.5, None):
    try:
        print(a[i])
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
    try:
        a[i] = 1
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
