# What a pointer points to is kept.
from ctypes import *
print(c_int(3)._objects, c_char_p(b"x")._objects)
print((c_char_p * 2)(b"x", b"y")._objects)
print(c_int()._b_base_, c_int()._b_needsfree_)
