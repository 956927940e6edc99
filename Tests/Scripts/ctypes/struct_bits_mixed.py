# Bit fields of several types share storage as compilers let them.
from ctypes import *
def show(*fields):
    class S(Structure):
        _fields_ = [("f%d" % i, t, *b) for i, (t, *b) in enumerate(fields)]
    print(sizeof(S), alignment(S), [str(getattr(S, "f%d" % i))[7:] for i in range(len(fields))])
show((c_short, 4), (c_int, 4))
show((c_int, 4), (c_short, 4))
show((c_byte, 4), (c_short, 8), (c_int, 3))
show((c_int, 30), (c_int, 4))
show((c_int, 3), (c_int,), (c_int, 3))
show((c_long, 40), (c_int, 10))
show((c_char,), (c_int, 4))
