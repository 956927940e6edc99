# What does not fit into an array of bytes.
from ctypes import *
b = (c_char * 3)()
for attribute, v in (("value", b"abcd"), ("value", "abc"), ("raw", b"abcd"), ("raw", 5), ("value", 5)):
    try:
        setattr(b, attribute, v)
        print("set")
    except (ValueError, TypeError) as e:
        print(attribute, type(e).__name__, e)
b.value = b"abc"
print(b.value, b.raw)
