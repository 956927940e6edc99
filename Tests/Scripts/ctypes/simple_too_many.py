# At most one argument.
from ctypes import *
for args in ((1, 2), (1, 2, 3)):
    try:
        c_int(*args)
    except TypeError as e:
        print(e)
