# Array types are made once, have names, and can be made by hand.
from ctypes import *
print(c_int * 3 is c_int * 3, 3 * c_int is c_int * 3, (c_int * 3).__name__, ARRAY(c_int, 3) is c_int * 3)
class Mine(Array):
    _type_ = c_short
    _length_ = 2
print(list(Mine(5, 6)), sizeof(Mine), Mine.__name__)
class Sub(Mine): pass
print(list(Sub(1)))
