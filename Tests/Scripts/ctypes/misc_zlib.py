# zlib's checksums and compression.
from ctypes import *
z = CDLL("libz.so.1")
z.crc32.restype = c_ulong
z.crc32.argtypes = [c_ulong, c_char_p, c_uint]
print(z.crc32(0, b"hello world", 11), z.adler32(1, b"hello", 5))
z.compressBound.restype = c_ulong
data = b"abc" * 1000
size = c_ulong(z.compressBound(len(data)))
out = create_string_buffer(size.value)
print(z.compress2(out, byref(size), data, c_ulong(len(data)), 9), size.value < 100)
back = create_string_buffer(len(data))
n = c_ulong(len(data))
print(z.uncompress(back, byref(n), out, size), back.raw == data)
