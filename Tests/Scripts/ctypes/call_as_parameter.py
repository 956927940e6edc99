# _as_parameter_ stands for an object.
from ctypes import *
class H:
    def __init__(self, v): self._as_parameter_ = v
f = CDLL(None)["labs"]
print(f(H(-4)), f(H(H(-5))), f(H(c_long(-6))))
f.argtypes = [c_long]
print(f(H(-7)))
g = CDLL(None)["strlen"]
g.argtypes = [c_char_p]
print(g(H(b"four")))
class P:
    @property
    def _as_parameter_(self): return c_long(-9)
print(CDLL(None)["labs"](P()))
for v in (H(None), H(1.5), H("x")):
    try:
        f(v)
    except ArgumentError as e:
        print(e)
