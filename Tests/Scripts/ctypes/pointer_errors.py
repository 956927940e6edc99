# Wrong values for pointers.
from ctypes import *
P = POINTER(c_int)
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
attempt(lambda: P(3))
attempt(lambda: P(c_long(3))[0])
attempt(lambda: P(c_int(1), 2))
attempt(lambda: pointer(3))
p = P(c_int(3))
attempt(lambda: p["x"])
attempt(lambda: p[0:])
attempt(lambda: p[::-1])
attempt(lambda: setattr(p, "contents", 5))
attempt(lambda: p.__setitem__(0, "x"))
attempt(lambda: p.__delitem__(0))
