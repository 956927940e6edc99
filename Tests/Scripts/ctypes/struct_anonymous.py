# Fields of anonymous fields are fields of the outer one.
from ctypes import *
class I(Union):
    _fields_ = [("i", c_int), ("f", c_float)]
class S(Structure):
    _anonymous_ = ["u"]
    _fields_ = [("tag", c_int), ("u", I)]
s = S(1)
s.f = 1.0
print(hex(s.i), s.u.i == s.i, S.i.offset, S.f.offset)
for names in (["x"], "u", 5, [5]):
    try:
        class T(Structure):
            _anonymous_ = names
            _fields_ = [("u", I)]
        print("made", hasattr(T, "i"))
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
