# Two levels.
from ctypes import *
x = c_int(1)
p = pointer(x)
pp = pointer(p)
pp[0][0] = 5
print(x.value, pp.contents.contents.value)
y = c_int(6)
pp.contents.contents = y
print(p[0])
