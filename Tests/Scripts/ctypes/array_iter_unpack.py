# Arrays are sequences.
from ctypes import *
a, b, c = (c_double * 3)(1, 2, 3)
print(a, b, c, max((c_short * 3)(3, 9, 4)), tuple((c_char * 2)(b"a", b"b")), list(reversed((c_int * 3)(1, 2, 3))))
