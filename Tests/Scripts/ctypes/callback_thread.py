# Callbacks run on a thread of the script's.
import threading
from ctypes import *
F = CFUNCTYPE(c_int, c_int)
f = F(lambda x: x * 2)
out = []
ts = [threading.Thread(target=lambda i=i: out.append(f(i))) for i in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out))
