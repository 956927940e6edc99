# A class of libraries with a result type of its own.
from ctypes import *
class LongDLL(CDLL):
    _func_restype_ = c_long
lib = LongDLL(None)
print(lib.labs(c_long(-2 ** 40)), lib.labs.restype.__name__)
