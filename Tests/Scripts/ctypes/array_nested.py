# Arrays of arrays.
from ctypes import *
M = c_int * 3 * 2
m = M((1, 2, 3), (4, 5))
print([list(r) for r in m], sizeof(M), len(m), M.__name__)
m[1][2] = 9
row = m[0]
row[0] = 100
print([list(r) for r in m], row._b_base_ is m)
