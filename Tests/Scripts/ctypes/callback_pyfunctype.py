# PYFUNCTYPE functions pass exceptions on where C lets them through.
from ctypes import *
F = PYFUNCTYPE(c_int, c_int)
print(F(lambda x: x + 1)(4))
P = PYFUNCTYPE(py_object, py_object)
print(P(len)("abc"))
