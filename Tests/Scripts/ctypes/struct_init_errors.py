# Too many values, values given twice, of the wrong type.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int), ("y", c_int)]
for args, kw in (((1, 2, 3), {}), ((1,), {"x": 2}), (("a",), {}), ((), {"y": "b"})):
    try:
        P(*args, **kw)
    except TypeError as e:
        print(e)
p = P(z=5)
print(p.z, p.x)
