"""Binary packets: struct, bytes, bytearray, memoryview, int conversions."""
import struct
import binascii

HEADER = struct.Struct(">HBBIq")
print(HEADER.size, HEADER.format, struct.calcsize("<hhl"), struct.calcsize("@bi"))
packet = HEADER.pack(0xBEEF, 7, 255, 1 << 31, -5) + b"payload"
print(packet, packet.hex(" ", 4), len(packet))
print(HEADER.unpack_from(packet), packet[HEADER.size:].decode())
try: HEADER.unpack(packet)
except struct.error as e: print(e)
try: struct.pack("B", 300)
except struct.error as e: print(e)
try: struct.pack("<2i", 1)
except struct.error as e: print(e)
print(struct.pack("<3sx5p?", b"abcdef", b"hello!", True), struct.unpack("<d", b"\x18\x2d\x44\x54\xfb\x21\x09\x40"))
print(list(struct.iter_unpack("<bH", b"\x01\x02\x00\xff\x03\x00")))
print((1000).to_bytes(3, "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\x00", "little"), int.from_bytes(b"\x80", signed=True))
try: (256).to_bytes(1)
except OverflowError as e: print(e)
buffer = bytearray(16)
struct.pack_into("!I4s", buffer, 4, 0xDEADBEEF, b"ab")
view = memoryview(buffer)
view[0:2] = b"\x01\x02"
print(buffer, view[4:8].tolist(), bytes(view[::-1][:3]), view.nbytes, view.readonly, view.format)
print(binascii.hexlify(buffer), binascii.crc32(b"hello"), binascii.unhexlify("00ff"))
try: binascii.unhexlify("0g")
except binascii.Error as e: print(e)
words = view.cast("I")
print(words[1], len(words), words.itemsize, words.shape)
try: buffer.append(1)
except BufferError as e: print(e)
view.release(); words.release()
buffer += b"!"
print(len(buffer), buffer.count(0), buffer.find(b"\xde"), buffer.endswith(b"!"), buffer[-1:], buffer.translate(None, b"\x00"))
del buffer[4:]; buffer.extend(range(3)); buffer.insert(0, 65); buffer[1:3] = b"xyz"
print(buffer, buffer.pop(), buffer.pop(0), buffer.reverse(), buffer)
def checksum(data):
    total = 0
    for i in range(0, len(data) - len(data) % 2, 2):
        total += data[i] << 8 | data[i + 1]
    if len(data) % 2: total += data[-1] << 8
    while total >> 16: total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF
print(hex(checksum(b"\x45\x00\x00\x3c")), f"{checksum(b'abc'):#06x}", f"{0b1011:08b} {255:o} {255:#X} {-255:+x}")
print(bytes([1, 2, 3]) + bytes(2) * 2, bytes("é", "latin-1"), b"%s-%05d-%x" % (b"a", 42, 255), b"a,b,,c".split(b","), b" x ".strip())
try: bytes([256])
except ValueError as e: print(e)
try: b"a" + "b"
except TypeError as e: print(e)
print(b"abc" < b"abd", b"a" == "a", b"abc"[1], b"abc"[1:2], [*b"hi"], b"\x00\t\n\\'\"\x7f\xff")
