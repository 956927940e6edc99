# Parameters with names, defaults and directions.
from ctypes import *
P = CFUNCTYPE(c_double, c_double, POINTER(c_int))
frexp = P(("frexp", CDLL("libm.so.6")), ((1, "x"), (2, "exponent")))
print(frexp(48.0), frexp(x=3.0))
L = CFUNCTYPE(c_double, c_double, c_int)
ldexp = L(("ldexp", CDLL("libm.so.6")), ((1, "x", 1.5), (1, "e", 3)))
print(ldexp(), ldexp(2), ldexp(e=1), ldexp(4, e=0))
for args, kw in (((1, 2, 3), {}), ((), {"q": 1}), ((1,), {"x": 2})):
    try:
        print(ldexp(*args, **kw))
    except TypeError as e:
        print(e)
r = L(("ldexp", CDLL("libm.so.6")), ((1, "x"), (1, "e")))
for kw in ({}, {"x": 1}):
    try:
        r(**kw)
    except TypeError as e:
        print(e)
