# Too many values, values of the wrong type.
from ctypes import *
for args in ((1, 2, 3), ("x",), (1, None)):
    try:
        print(list((c_int * 2)(*args)))
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
