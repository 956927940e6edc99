# Variadic functions.
from ctypes import *
c = CDLL(None)
b = create_string_buffer(100)
c.snprintf.argtypes = [c_char_p, c_size_t, c_char_p]
n = c.snprintf(b, 100, b"%d %s %c %.2f %ld", 5, b"text", c_int(65), c_double(2.5), c_long(2 ** 40))
print(n, b.value)
print(c.snprintf(b, 100, b"none"), b.value)
print(c.snprintf(b, 100, b"%d %d %d %d %d %d %d %d %d", 1, 2, 3, 4, 5, 6, 7, 8, 9), b.value)
d = CDLL(None)
print(d.sprintf(b, b"%s-%d", b"untyped", 7), b.value)
