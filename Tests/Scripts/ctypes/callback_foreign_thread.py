# Callbacks from threads that a library made.
import threading
from ctypes import *
c = CDLL(None)
START = CFUNCTYPE(c_void_p, c_void_p)
names = []
def run(arg):
    names.append((arg, threading.current_thread() is not threading.main_thread()))
    return arg
f = START(run)
for i in range(1, 6):
    t = c_ulong()
    assert c.pthread_create(byref(t), None, f, c_void_p(i)) == 0
    r = c_void_p()
    assert c.pthread_join(t, byref(r)) == 0
    print(r.value)
print([n for n, _ in names], all(other for _, other in names))
