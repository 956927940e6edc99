# A Python object in C's memory.
from ctypes import *
x = py_object([1, 2])
x.value.append(3)
print(x.value, x.value is x.value)
a = (py_object * 3)(1, "two", None)
print(a[0], a[1], a[2])
try:
    py_object().value
except ValueError as e:
    print(e)
