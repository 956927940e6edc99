# Floats and doubles, mixed with integers.
from ctypes import *
m = CDLL("libm.so.6")
m.ldexp.argtypes = [c_double, c_int]
m.ldexp.restype = c_double
print(m.ldexp(0.75, 4))
m.fabsf.argtypes = [c_float]
m.fabsf.restype = c_float
print(m.fabsf(-2.5), m.fabsf(-3))
m.frexp.argtypes = [c_double, POINTER(c_int)]
m.frexp.restype = c_double
e = c_int()
print(m.frexp(48.0, byref(e)), e.value, m.frexp(3.0, e), e.value)
m.fabsl.argtypes = [c_longdouble]
m.fabsl.restype = c_longdouble
print(m.fabsl(-1.25))
