# NULL pointers are false, and not followed.
from ctypes import *
class S(Structure):
    _fields_ = [("x", c_int)]
for t in (c_int, S, c_char_p):
    p = POINTER(t)()
    print(bool(p))
    for f in (lambda: p.contents, lambda: p[0], lambda: p[5], lambda: p[0:2]):
        try:
            print(f())
        except ValueError as e:
            print(e)
    try:
        p[0] = t()
    except ValueError as e:
        print(e)
