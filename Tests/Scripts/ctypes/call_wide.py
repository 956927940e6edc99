# Wide strings are passed for str.
from ctypes import *
c = CDLL(None)
print(c.wcslen("hello"), c.wcslen("grüße\U0001F600"), c.wcscmp("a", "a"))
