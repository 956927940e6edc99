# value can be set again and again.
from ctypes import *
x = c_int(5)
for v in (7, -1, True, 2 ** 31):
    x.value = v
    print(x.value, x)
try:
    del x.value
except TypeError as e:
    print(e)
