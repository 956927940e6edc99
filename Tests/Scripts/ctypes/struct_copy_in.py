# Assigning a structure copies it.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int)]
class Q(Structure):
    _fields_ = [("p", P)]
p = P(1)
q = Q(p)
p.x = 2
print(q.p.x)
a = (P * 2)(p, p)
p.x = 3
print([i.x for i in a])
