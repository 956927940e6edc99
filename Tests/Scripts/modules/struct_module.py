import struct

print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1))
print(struct.pack(">hIq?", 1, 2, 3, True), struct.pack("<efd", 1.5, 2.5, -3.5), struct.pack("5s3pc", b"hello!", b"ab", b"x"))
print(struct.calcsize("bi"), struct.calcsize("<bi"), struct.calcsize("@qbh"), struct.calcsize("3x2i"), struct.calcsize(""))
print(struct.unpack("<hI", b"\x01\x00\x02\x00\x00\x00"), struct.unpack(">d", struct.pack(">d", 1 / 3)), struct.unpack("4s", b"abcd"))
print(struct.unpack_from("<H", b"\0\0\x05\x01\0", 2), list(struct.iter_unpack("<H", b"\x01\0\x02\0")))
buffer = bytearray(8)
struct.pack_into("<HB", buffer, 3, 513, 9)
print(buffer)
s = struct.Struct("<2h")
print(s.size, s.format, s.pack(1, -1), s.unpack(b"\x01\0\xff\xff"), s.unpack_from(b"\0\x01\0\x02\0", 1))
for call in (lambda: struct.pack("b", 200), lambda: struct.pack("H", -1), lambda: struct.pack("i", "x"), lambda: struct.pack("ii", 1),
             lambda: struct.unpack("i", b"123"), lambda: struct.pack("z", 1), lambda: struct.pack("c", b"ab"), lambda: struct.pack("f", "x"),
             lambda: struct.unpack_from("i", b"12345", 2), lambda: struct.calcsize("5"), lambda: struct.pack("s", 1)):
    try:
        print(call())
    except struct.error as error:
        print(error)
print(struct.pack("?", []), struct.unpack("??", b"\0\x02"), struct.pack("3i", 1, 2, 3), struct.pack("<l", -1), struct.pack("n", 5))
