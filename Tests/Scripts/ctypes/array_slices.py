# Slices of numbers are lists.
from ctypes import *
a = (c_int * 6)(*range(6))
for s in (slice(None), slice(1, 4), slice(None, None, 2), slice(None, None, -1), slice(4, 1, -1), slice(3, 3), slice(-2, None)):
    print(s, a[s])
