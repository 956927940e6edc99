# cdll and LibraryLoader.
from ctypes import *
print(type(cdll).__name__, type(cdll.LoadLibrary("libm.so.6")).__name__, cdll["libm.so.6"] is cdll["libm.so.6"])
try:
    cdll.nosuchlibrary
except AttributeError as e:
    print(e)
try:
    cdll._x
except AttributeError as e:
    print(e)
m = cdll.LoadLibrary("libm.so.6")
print(repr(m)[:20], m._name)
