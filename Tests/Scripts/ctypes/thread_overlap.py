# Others run while a thread waits in C.
import threading
from ctypes import *
c = CDLL(None)
n = 0
done = threading.Event()
def wait():
    c.usleep(50000)
    done.set()
t = threading.Thread(target=wait)
t.start()
while not done.is_set():
    n += 1
t.join()
print(n > 0)
