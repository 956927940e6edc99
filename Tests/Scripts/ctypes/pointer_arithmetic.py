# A pointer into an array is indexed and sliced.
from ctypes import *
a = (c_int * 5)(10, 20, 30, 40, 50)
p = cast(a, POINTER(c_int))
print(p[0], p[4], p[1:4], p[:2], p[4:0:-2])
p[2] = 33
print(list(a))
q = pointer(a)
print(type(q.contents).__name__, q[0][1])
