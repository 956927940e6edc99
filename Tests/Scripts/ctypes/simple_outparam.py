# What an out parameter gives.
from ctypes import *
class Own(c_int): pass
print(c_int(3).__ctypes_from_outparam__(), type(Own(3).__ctypes_from_outparam__()).__name__)
