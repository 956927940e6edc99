# An object at an address is the memory there.
from ctypes import *
x = c_int(5)
y = c_int.from_address(addressof(x))
y.value = 6
print(x.value, addressof(x) == addressof(y))
a = (c_short * 3)(1, 2, 3)
print((c_short * 2).from_address(addressof(a) + 2)[:])
for v in ("x", None, 1.5):
    try:
        c_int.from_address(v)
    except TypeError as e:
        print(e)
