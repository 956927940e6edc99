# create_unicode_buffer.
from ctypes import *
b = create_unicode_buffer("hé", 6)
print(b.value, len(b), sizeof(b), b[:].encode())
print(len(create_unicode_buffer("abc")), create_unicode_buffer(3).value == "")
try:
    create_unicode_buffer(b"x")
except TypeError as e:
    print(e)
