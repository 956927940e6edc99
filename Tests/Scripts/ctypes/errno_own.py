# get_errno and set_errno keep a number of their own.
import threading
from ctypes import *
print(get_errno(), set_errno(7), get_errno())
def other():
    print("other", get_errno(), set_errno(3), get_errno())
t = threading.Thread(target=other)
t.start()
t.join()
print(get_errno())
try:
    set_errno("x")
except TypeError as e:
    print(e)
