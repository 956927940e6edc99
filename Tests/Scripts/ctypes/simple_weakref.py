# Weak references to C data.
import weakref
from ctypes import *
x = c_int(1)
r = weakref.ref(x)
print(r() is x)
del x
print(r())
