# argtypes convert arguments.
from ctypes import *
c = CDLL(None)
c.labs.argtypes = [c_long]
c.labs.restype = c_long
print(c.labs(-2 ** 40), c.labs(True), c.labs(c_long(-3)), c.labs.argtypes)
f = CDLL("libm.so.6").pow
f.argtypes = [c_double, c_double]
f.restype = c_double
print(f(2, 10), f(2.0, 0.5), f(c_double(3), 2))
for args in (("x",), (c_int(3),), (1.5,), (None,), ()):
    try:
        print(c.labs(*args))
    except (ArgumentError, TypeError) as e:
        print(type(e).__name__, e)
