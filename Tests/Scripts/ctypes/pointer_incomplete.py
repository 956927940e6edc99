# An incomplete type that is completed later.
from ctypes import *
LP = POINTER("cell")
print(LP.__name__)
try:
    LP()
except TypeError as e:
    print(e)
class cell(Structure):
    _fields_ = [("name", c_char_p), ("next", LP)]
SetPointerType(LP, cell)
c1, c2 = cell(), cell()
c1.name, c2.name = b"foo", b"bar"
c1.next = pointer(c2)
c2.next = pointer(c1)
p = c1
for _ in range(4):
    print(p.name)
    p = p.next[0]
