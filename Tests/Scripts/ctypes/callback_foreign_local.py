# Thread-local data stays with a library's thread between its callbacks.
import threading
from ctypes import *
c = CDLL(None)
local = threading.local()
inner = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
seen = []
def compare(a, b):
    local.n = getattr(local, "n", 0) + 1
    return a[0] - b[0]
compare_c = inner(compare)
def run(arg):
    a = (c_int * 8)(*range(8, 0, -1))
    c.qsort(a, 8, 4, compare_c)
    seen.append((list(a), local.n > 7))
    return None
f = CFUNCTYPE(c_void_p, c_void_p)(run)
t = c_ulong()
c.pthread_create(byref(t), None, f, None)
c.pthread_join(t, None)
print(seen, hasattr(local, "n"))
