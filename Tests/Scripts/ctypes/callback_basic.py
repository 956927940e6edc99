# A Python function that C calls.
from ctypes import *
F = CFUNCTYPE(c_int, c_int, c_int)
f = F(lambda a, b: a * 10 + b)
print(f(4, 2), type(f).__name__, bool(f))
print(F(max)(3, 9), F(pow)(2, 5))
class C:
    def __call__(self, a, b): return a - b
print(F(C())(5, 7))
