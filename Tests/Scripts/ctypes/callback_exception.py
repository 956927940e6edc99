# An exception in a callback is reported, and the caller goes on.
from ctypes import *
def f(x):
    raise ValueError("in callback")
for callback, args in ((CFUNCTYPE(c_int, c_int)(f), (3,)), (CFUNCTYPE(c_double)(lambda: 1 / 0), ()),
                       (CFUNCTYPE(c_int)(lambda: "text"), ()), (CFUNCTYPE(c_int, c_int)(lambda: 3), (4,))):
    print(type(callback(*args)).__name__)
