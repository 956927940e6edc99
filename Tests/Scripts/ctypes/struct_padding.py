# Padding between and behind fields.
from ctypes import *
for types in ((c_char, c_int), (c_int, c_char), (c_char, c_short, c_char), (c_char, c_double, c_char), (c_short, c_char * 3),
              (c_char, c_longdouble), (c_char, c_void_p)):
    class S(Structure):
        _fields_ = [("f%d" % i, t) for i, t in enumerate(types)]
    print(sizeof(S), alignment(S), [getattr(S, "f%d" % i).offset for i in range(len(types))])
