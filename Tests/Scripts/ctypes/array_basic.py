# Making, length, items, iteration.
from ctypes import *
a = (c_int * 4)(1, 2, 3)
print(len(a), list(a), a[0], a[-1], a[3])
a[1] = 20
a[-1] = 40
print(list(a), sum(a), 20 in a, 5 in a)
print((c_int * 4)._length_, (c_int * 4)._type_, sizeof(a), alignment(a))
