# c_bool takes the truth of anything.
from ctypes import *
for v in (0, 1, 2, "", "x", [], [0], None, 0.0):
    print(repr(v), c_bool(v).value, c_bool(v))
class Bad:
    def __bool__(self): raise ValueError("undecided")
try:
    c_bool(Bad())
except ValueError as e:
    print(e)
