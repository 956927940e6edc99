# Types that have no other order.
from ctypes import *
for t in (c_char_p, POINTER(c_int), c_void_p, c_bool, c_wchar):
    try:
        class B(BigEndianStructure):
            _fields_ = [("a", t)]
        print("made", t.__name__)
    except TypeError as e:
        print(e)
