# A structure class marked as abstract.
from ctypes import *
class A(Structure):
    _abstract_ = None
for f in (A, lambda: sizeof(A)):
    try:
        print(f())
    except TypeError as e:
        print(e)
