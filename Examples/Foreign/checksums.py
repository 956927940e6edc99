"""zlib through ctypes: crc32 and compress2, checked against each other's inverse and known values."""

from ctypes import CDLL, POINTER, byref, c_char_p, c_int, c_uint, c_ulong, create_string_buffer
from ctypes.util import find_library

zlib = CDLL(find_library("z"))
zlib.crc32.argtypes = [c_ulong, c_char_p, c_uint]
zlib.crc32.restype = c_ulong
zlib.compressBound.argtypes = [c_ulong]
zlib.compressBound.restype = c_ulong
zlib.compress2.argtypes = [c_char_p, POINTER(c_ulong), c_char_p, c_ulong, c_int]


def crc32(data):
    return zlib.crc32(0, data, len(data))


def compress(data, level=6):
    size = c_ulong(zlib.compressBound(len(data)))
    target = create_string_buffer(size.value)
    status = zlib.compress2(target, byref(size), data, len(data), level)
    if status != 0:
        raise RuntimeError(f"compress2: {status}")
    return target.raw[:size.value]


def expand(data, size):
    target = create_string_buffer(size)
    length = c_ulong(size)
    status = zlib.uncompress(target, byref(length), data, c_ulong(len(data)))
    if status != 0:
        raise RuntimeError(f"uncompress: {status}")
    return target.raw[:length.value]


text = b"The quick brown fox jumps over the lazy dog. " * 2000
assert crc32(b"123456789") == 0xCBF43926
for level in (1, 6, 9):
    packed = compress(text, level)
    assert expand(packed, len(text)) == text
    print(f"level {level}: {len(text)} bytes to {len(packed)}, crc32 {crc32(packed):08x}")
