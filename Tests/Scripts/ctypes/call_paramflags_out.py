# Several results, in-out parameters, errcheck over them.
from ctypes import *
m = CDLL("libm.so.6")
P = CFUNCTYPE(c_double, c_double, POINTER(c_double))
modf = P(("modf", m), ((1, "x"), (2, "whole")))
print(modf(3.75))
def both(result, function, arguments):
    return result, arguments[1].value
modf.errcheck = both
print(modf(3.75))
modf.errcheck = lambda result, function, arguments: arguments
print(modf(5.5))
inout = P(("modf", m), ((1, "x"), (3, "whole")))
print(inout(2.25, c_double(0)).value)
