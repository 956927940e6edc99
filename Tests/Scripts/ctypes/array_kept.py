# Pointers in arrays keep what they point to.
from ctypes import *
a = (c_char_p * 3)()
for i in range(3):
    a[i] = bytes([97 + i]) * 3
print(a[:], sorted(a._objects))
