# _pack_ limits alignment.
from ctypes import *
for pack in (1, 2, 4, 8, 16):
    class S(Structure):
        _pack_ = pack
        _fields_ = [("a", c_char), ("b", c_int), ("c", c_double), ("d", c_short)]
    print(pack, sizeof(S), alignment(S), S.b.offset, S.c.offset, S.d.offset)
for bad in (-1, "x", 1.5):
    try:
        class B(Structure):
            _pack_ = bad
            _fields_ = [("a", c_int)]
        print("made")
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
