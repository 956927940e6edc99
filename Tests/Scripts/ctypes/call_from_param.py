# Classes with a from_param of their own.
from ctypes import *
class Length:
    @classmethod
    def from_param(cls, v):
        return c_long(-len(v))
f = CDLL(None)["labs"]
f.argtypes = [Length]
print(f("abc"), f([1, 2]))
try:
    f(5)
except ArgumentError as e:
    print(e)
class Odd(c_long):
    @classmethod
    def from_param(cls, v):
        if v % 2 == 0:
            raise ValueError("even")
        return c_long(v)
f.argtypes = [Odd]
print(f(-3))
try:
    f(4)
except ArgumentError as e:
    print(e)
