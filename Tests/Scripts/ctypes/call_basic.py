# Functions of the C library without any declaration.
from ctypes import *
c = CDLL(None)
print(c.labs(-5), c.abs(-7), c.strlen(b"hello"), c.toupper(ord("a")), c.atoi(b"42"), c.strcmp(b"a", b"b") < 0)
print(c.labs.__name__, c.labs is c.labs, c["labs"] is c["labs"])
