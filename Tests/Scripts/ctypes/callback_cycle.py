# A callback that is in a cycle with itself is collected.
import gc, weakref
from ctypes import *
F = CFUNCTYPE(c_int)
class Owner:
    def __init__(self):
        self.cb = F(self.method)
    def method(self): return 8
o = Owner()
print(o.cb())
r = weakref.ref(o)
del o
gc.collect()
print(r())
