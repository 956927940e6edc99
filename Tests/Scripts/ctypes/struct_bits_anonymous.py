# A union of bits and a number.
from ctypes import *
class Bits(Structure):
    _fields_ = [("low", c_uint, 4), ("high", c_uint, 4)]
class U(Union):
    _anonymous_ = ("bits",)
    _fields_ = [("bits", Bits), ("all", c_ubyte)]
u = U()
u.all = 0xA5
print(u.low, u.high)
u.low = 0xF
print(hex(u.all), sizeof(U))
