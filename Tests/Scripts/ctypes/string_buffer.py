# create_string_buffer and its errors.
from ctypes import *
print(create_string_buffer(3).raw, create_string_buffer(b"abc").raw, create_string_buffer(b"abc", 6).raw)
print(len(create_string_buffer(10)), type(create_string_buffer(2)).__name__, c_buffer is create_string_buffer)
for args in (("x",), (b"abc", 2), (None,), (1.5,)):
    try:
        create_string_buffer(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
