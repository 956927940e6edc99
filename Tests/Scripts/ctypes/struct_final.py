# Fields are set once, and before the type is used.
from ctypes import *
class S(Structure): pass
S._fields_ = [("a", c_int)]
try:
    S._fields_ = [("b", c_int)]
except AttributeError as e:
    print(e)
class E(Structure): pass
E()
try:
    E._fields_ = [("b", c_int)]
except AttributeError as e:
    print(e)
