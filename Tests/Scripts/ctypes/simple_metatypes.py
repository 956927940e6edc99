# The types of the types.
from ctypes import *
class S(Structure): pass
class U(Union): pass
for t in (c_int, c_int * 2, POINTER(c_int), S, U, CFUNCTYPE(None)):
    print(type(t).__name__, type(t).__module__, type(t).__mro__[1].__name__, t.__mro__[1].__name__, t.__mro__[-2].__name__)
