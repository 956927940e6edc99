# Function pointers in structures.
from ctypes import *
F = CFUNCTYPE(c_int, c_int)
class Ops(Structure):
    _fields_ = [("add", F), ("neg", F)]
ops = Ops(F(lambda x: x + 1), F(lambda x: -x))
print(ops.add(5), ops.neg(5), bool(Ops().add))
ops.neg = F(lambda x: x * 2)
print(ops.neg(5))
a = (F * 2)(F(abs), F(lambda x: 0))
print(a[0](-3), a[1](4))
try:
    ops.add = 5
except TypeError as e:
    print(e)
