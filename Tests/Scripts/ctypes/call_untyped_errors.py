# What cannot be passed without argtypes.
from ctypes import *
c = CDLL(None)
for args in ((1.5,), (object,), ([],), (1, {}), (2 ** 70,), (-2 ** 70,)):
    try:
        print(c.labs(*args))
    except ArgumentError as e:
        print(e)
