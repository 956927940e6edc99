# Objects in cycles are collected.
import gc, weakref
from ctypes import *
class S(Structure):
    _fields_ = [("p", py_object)]
class Mark: pass
s = S()
m = Mark()
m.s = s
s.keep = m
r = weakref.ref(m)
del s, m
gc.collect()
print(r())
t = type("T", (Structure,), {"_fields_": [("a", c_int)]})
w = weakref.ref(t)
del t
gc.collect()
print(w() is None)
