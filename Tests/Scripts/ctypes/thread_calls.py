# Calls from many threads at once.
import threading
from ctypes import *
c = CDLL(None)
c.labs.argtypes = [c_long]
c.labs.restype = c_long
out = []
def work(i):
    s = 0
    for k in range(300):
        s += c.labs(-k * i)
    out.append(s)
ts = [threading.Thread(target=work, args=(i,)) for i in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out))
