# Strings of the environment.
import os
from ctypes import *
c = CDLL(None)
c.getenv.restype = c_char_p
c.setenv(b"BATON_CTYPES_TEST", b"value", 1)
print(c.getenv(b"BATON_CTYPES_TEST"), c.getenv(b"BATON_NO_SUCH"))
c.unsetenv(b"BATON_CTYPES_TEST")
print(c.getenv(b"BATON_CTYPES_TEST"))
