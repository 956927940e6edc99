# Floats: rounding to single precision, infinities, NaN, __float__.
from ctypes import *
print(c_float(0.1).value, c_double(0.1).value, c_longdouble(0.1).value)
print(c_float(1e300).value if False else "", c_double(float("inf")).value, c_double(float("-inf")))
print(c_double(float("nan")).value != c_double(float("nan")).value, c_double(3).value, c_float(2 ** 20))
class F:
    def __float__(self): return 2.5
print(c_double(F()).value, c_float(F()))
