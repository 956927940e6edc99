# A subclass of a simple type keeps its type where values are read.
from ctypes import *
class Count(c_int):
    def twice(self): return self.value * 2
c = Count(21)
print(c.twice(), isinstance(c, c_int), repr(c).startswith("<Count object"))
class S(Structure):
    _fields_ = [("plain", c_int), ("own", Count)]
s = S(1, 2)
print(s.plain, type(s.own).__name__, s.own.value)
print((Count * 2)(Count(3), Count(4))[1].twice())
