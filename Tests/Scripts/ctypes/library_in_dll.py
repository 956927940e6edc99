# Variables of libraries.
from ctypes import *
c = CDLL(None)
e = c_void_p.in_dll(c, "environ")
print(bool(e.value))
o = c_int.in_dll(c, "optind")
print(o.value)
o.value = 7
print(c_int.in_dll(c, "optind").value)
o.value = 1
for args in ((c, "nosuch_variable"), (5, "x"), (c, 5)):
    try:
        c_int.in_dll(*args)
    except (ValueError, AttributeError, TypeError) as err:
        print(type(err).__name__)
