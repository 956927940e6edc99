# Structures by value, in registers.
from ctypes import *
class D(Structure):
    _fields_ = [("quot", c_int), ("rem", c_int)]
class L(Structure):
    _fields_ = [("quot", c_long), ("rem", c_long)]
c = CDLL(None)
c.div.restype = D
r = c.div(17, 5)
print(r.quot, r.rem)
c.ldiv.restype = L
c.ldiv.argtypes = [c_long, c_long]
r = c.ldiv(-2 ** 40, 7)
print(r.quot, r.rem)
class A(Structure):
    _fields_ = [("s", c_uint)]
c.inet_ntoa.argtypes = [A]
c.inet_ntoa.restype = c_char_p
print(c.inet_ntoa(A(0x0100007F)))
