# bsearch gives a pointer.
from ctypes import *
c = CDLL(None)
C = CFUNCTYPE(c_int, POINTER(c_double), POINTER(c_double))
a = (c_double * 6)(1, 2, 3, 5, 8, 13)
c.bsearch.restype = POINTER(c_double)
f = C(lambda x, y: (x[0] > y[0]) - (x[0] < y[0]))
for v in (5, 13, 4):
    p = c.bsearch(byref(c_double(v)), a, 6, sizeof(c_double), f)
    print(p[0] if p else None)
