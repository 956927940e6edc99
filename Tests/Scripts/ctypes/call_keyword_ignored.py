# Function pointers know no keywords without paramflags.
from ctypes import *
f = CDLL(None)["labs"]
f.argtypes = [c_long]
try:
    f(x=3)
except TypeError as e:
    print(e)
print(f(-3, x=3))
