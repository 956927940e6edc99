# Objects with __index__ are integers.
from ctypes import *
class I:
    def __index__(self): return 42
print(c_int(I()).value, c_ubyte(I()).value, c_long(I()))
class Bad:
    def __index__(self): raise KeyError("no")
try:
    c_int(Bad())
except KeyError as e:
    print(repr(e))
