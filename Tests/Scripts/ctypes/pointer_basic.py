# pointer, contents, items.
from ctypes import *
x = c_int(5)
p = pointer(x)
print(p.contents, p[0], p.contents is p.contents, bool(p))
p[0] = 7
print(x.value)
p.contents.value = 8
print(x.value)
y = c_int(9)
p.contents = y
print(p[0])
p[0] = 10
print(x.value, y.value)
