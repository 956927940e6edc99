# An exception on a library's thread is reported, and the thread goes on.
from ctypes import *
c = CDLL(None)
def run(arg):
    raise KeyError("lost")
f = CFUNCTYPE(c_void_p, c_void_p)(run)
t = c_ulong()
c.pthread_create(byref(t), None, f, c_void_p(5))
c.pthread_join(t, None)
print("went on")
