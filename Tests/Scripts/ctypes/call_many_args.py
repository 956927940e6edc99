# Many arguments: more than registers hold.
from ctypes import *
c = CDLL(None)
b = create_string_buffer(400)
c.sprintf.argtypes = [c_char_p, c_char_p]
n = 40
print(c.sprintf(b, b" ".join([b"%d"] * n), *range(n)), b.value)
print(c.sprintf(b, b" ".join([b"%.1f"] * 12), *[c_double(i / 2) for i in range(12)]), b.value)
try:
    c.labs(*([1] * 2000))
except ArgumentError as e:
    print(e)
