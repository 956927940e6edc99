# Characters from bytes, bytearray and int.
from ctypes import *
print(c_char(b"a").value, c_char(bytearray(b"b")).value, c_char(99).value, c_char(0).value, c_char(255).value)
print(c_wchar("ß").value, c_wchar("\U0001F600").value == "\U0001F600")
