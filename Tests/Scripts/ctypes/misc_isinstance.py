# isinstance and issubclass over the types.
from ctypes import *
import _ctypes
print(isinstance(c_int(), c_int), isinstance(c_int(), c_long), issubclass(c_int, _ctypes._SimpleCData))
print(isinstance((c_int * 2)(), Array), isinstance(pointer(c_int()), _ctypes._Pointer), issubclass(POINTER(c_int), _ctypes._Pointer))
print(isinstance(CDLL(None).labs, _ctypes.CFuncPtr), isinstance(c_int, type(c_long)), isinstance(c_int, type(Array)))
