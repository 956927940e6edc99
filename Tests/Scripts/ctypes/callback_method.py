# Bound methods as callbacks.
from ctypes import *
class Acc:
    def __init__(self): self.total = 0
    def add(self, x):
        self.total += x
        return self.total
a = Acc()
f = CFUNCTYPE(c_int, c_int)(a.add)
print(f(3), f(4), a.total)
