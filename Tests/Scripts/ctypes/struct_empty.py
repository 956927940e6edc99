# A structure without fields.
from ctypes import *
class E(Structure): pass
class F(Structure):
    _fields_ = []
print(sizeof(E), sizeof(F), alignment(F), bytes(E()))
