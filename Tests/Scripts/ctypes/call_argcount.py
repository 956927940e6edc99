# Too few arguments are refused, more are passed on.
from ctypes import *
c = CDLL(None)
c.strcmp.argtypes = [c_char_p, c_char_p]
print(c.strcmp(b"a", b"a"), c.strcmp(b"a", b"a", 5))
for args in ((), (b"a",)):
    try:
        c.strcmp(*args)
    except TypeError as e:
        print(e)
