# Arrays of no items.
from ctypes import *
z = (c_int * 0)()
print(len(z), list(z), sizeof(z), z[:])
print((c_char * 0)().value, (c_char * 0)().raw)
