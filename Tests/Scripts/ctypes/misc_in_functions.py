# Types made in functions, closures over C data.
from ctypes import *
def point(kind):
    class P(Structure):
        _fields_ = [("x", kind), ("y", kind)]
        def sum(self): return self.x + self.y
    return P
for k in (c_int, c_double, c_short):
    P = point(k)
    print(P.__name__, P(1, 2).sum(), sizeof(P))
