# Slices are assigned item by item, and keep their length.
from ctypes import *
a = (c_int * 5)(*range(5))
a[1:3] = [10, 20]
print(list(a))
a[::2] = (7, 8, 9)
print(list(a))
for v in ([1], [1, 2, 3], "ab", 5):
    try:
        a[0:2] = v
        print(list(a))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    del a[0]
except TypeError as e:
    print(e)
