# One function called with different signatures from many threads.
import threading
from ctypes import *
c = CDLL(None)
out = []
def work(kind):
    good = 0
    for k in range(200):
        b = create_string_buffer(40)
        if kind == 0: c.sprintf(b, b"%d", k); good += b.value == b"%d" % k
        if kind == 1: c.sprintf(b, b"%s", b"x"); good += b.value == b"x"
        if kind == 2: c.sprintf(b, b"%d-%d", k, k); good += b.value == b"%d-%d" % (k, k)
        if kind == 3: c.sprintf(b, b"%.1f", c_double(k)); good += b.value == b"%.1f" % k
    out.append((kind, good))
ts = [threading.Thread(target=work, args=(i % 4,)) for i in range(8)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out))
