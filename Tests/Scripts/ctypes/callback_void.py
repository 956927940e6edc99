# A callback without result.
from ctypes import *
seen = []
F = CFUNCTYPE(None, c_int)
print(F(seen.append)(5), seen)
