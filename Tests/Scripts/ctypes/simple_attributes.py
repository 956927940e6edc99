# Instances have a dictionary of their own.
from ctypes import *
x = c_int(1)
x.note = "mine"
print(x.note, x.__dict__)
try:
    x.nosuch
except AttributeError as e:
    print(e)
