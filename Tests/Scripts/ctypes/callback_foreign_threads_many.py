# Many threads of a library at once.
from ctypes import *
c = CDLL(None)
START = CFUNCTYPE(c_void_p, c_void_p)
total = []
def run(arg):
    for i in range(200):
        total.append(arg)
    return None
f = START(run)
threads = [c_ulong() for _ in range(8)]
for i, t in enumerate(threads):
    assert c.pthread_create(byref(t), None, f, c_void_p(i + 1)) == 0
for t in threads:
    assert c.pthread_join(t, None) == 0
print(len(total), sum(total))
