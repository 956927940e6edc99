# `_fields_` that make no structure.
from ctypes import *
for fields in (5, [5], [("a",)], [("a", 5)], [("a", int)], [(5, c_int)], [("a", c_int, 1, 2)], [("a", c_int, "x")],
               [("a", c_int, 0)], [("a", c_int, 33)], [("a", c_double, 2)], [("a", c_char, 1)], [("a", c_int, -1)]):
    try:
        class S(Structure):
            _fields_ = fields
        print("made")
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
