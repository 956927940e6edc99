# A structure of two doubles is passed as C's complex numbers are.
from ctypes import *
class Z(Structure):
    _fields_ = [("re", c_double), ("im", c_double)]
m = CDLL("libm.so.6")
m.cabs.argtypes = [Z]
m.cabs.restype = c_double
print(m.cabs(Z(3, 4)))
m.conj.argtypes = [Z]
m.conj.restype = Z
z = m.conj(Z(1.5, 2.5))
print(z.re, z.im)
class F(Structure):
    _fields_ = [("re", c_float), ("im", c_float)]
m.conjf.argtypes = [F]
m.conjf.restype = F
f = m.conjf(F(1.5, 2.5))
print(f.re, f.im)
