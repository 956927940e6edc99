# Array[...] is a generic alias.
from ctypes import *
print(Array[c_int])
