# Objects are compared by identity and have no hash.
from ctypes import *
a, b = c_int(1), c_int(1)
print(a == b, a == a, a != b)
for x in (a, (c_int * 2)(), pointer(a)):
    try:
        hash(x)
    except TypeError as e:
        print(e)
