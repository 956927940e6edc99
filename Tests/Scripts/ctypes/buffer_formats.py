# Formats, shapes and sizes that memoryview sees.
from ctypes import *
class P(Structure):
    _fields_ = [("a", c_char), ("b", c_int), ("c", c_double * 2)]
class Packed(Structure):
    _pack_ = 1
    _fields_ = [("a", c_char), ("b", c_int)]
class U(Union):
    _fields_ = [("a", c_int)]
for t in (c_bool, c_char, c_wchar, c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_float, c_double,
          c_char_p, c_void_p, py_object, P, Packed, U, c_int * 3, c_int * 3 * 2, P * 2, POINTER(c_int), POINTER(c_int * 3),
          CFUNCTYPE(None), BigEndianStructure, c_int.__ctype_be__):
    if t is BigEndianStructure:
        continue
    v = memoryview(t() if t is not py_object else t(1))
    print(t.__name__, v.format, v.itemsize, v.ndim, v.shape, v.nbytes, v.readonly)
