# What c_void_p takes.
from ctypes import *
f = CDLL(None).memcmp
f.argtypes = [c_void_p, c_void_p, c_size_t]
x = c_int(0x61616161)
print(f(b"aaaa", byref(x), 4), f(addressof(x), pointer(x), 4), f(c_char_p(b"aa"), b"aa", 2), f((c_int * 1)(5), c_void_p(addressof(c_int(5))), 0))
for v in (1.5, [], c_int(3), object):
    try:
        f(v, v, 0)
    except ArgumentError as e:
        print(e)
