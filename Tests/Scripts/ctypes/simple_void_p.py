# Addresses as numbers.
from ctypes import *
for v in (None, 0, 1, 2 ** 64 - 1, -1, 2 ** 64 + 3):
    print(v, c_void_p(v).value)
