# Fields as descriptors.
from ctypes import *
class P(Structure):
    _fields_ = [("x", c_int)]
f = P.x
print(type(f).__name__, f.offset, f.size, repr(f))
p = P(4)
print(f.__get__(p, P), f.__get__(None, P) is f)
f.__set__(p, 6)
print(p.x)
for g in (lambda: f.__get__(3), lambda: f.__set__(3, 4), lambda: delattr(p, "x"), lambda: setattr(f, "offset", 3)):
    try:
        g()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
