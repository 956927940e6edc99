# sizeof, alignment, addressof of what they do not apply to.
from ctypes import *
for f in (sizeof, alignment, addressof):
    for v in (3, int, "x", Structure):
        try:
            print(f(v))
        except TypeError as e:
            print(f.__name__, e)
