# Results of each kind.
from ctypes import *
c = CDLL(None)
c.strchr.restype = c_char_p
print(c.strchr(b"abcdef", ord("d")), c.strchr(b"abc", ord("z")))
c.strdup.restype = c_void_p
p = c.strdup(b"dup")
print(string_at(p), type(p).__name__)
c.free.argtypes = [c_void_p]
c.free.restype = None
print(c.free(p))
f = c["labs"]
f.restype = c_ubyte
print(f(-300))
f.restype = c_byte
print(f(-200))
f.restype = c_bool
print(f(-2), f(0))
f.restype = c_char
print(f(-65))
f.restype = lambda v: ("called", v)
print(f(-3))
class Own(c_long): pass
f.restype = Own
print(type(f(-9)).__name__, f(-9).value)
