import base64
import binascii

data = bytes(range(20)) + b"\xff\xfe"
print(binascii.hexlify(data), binascii.hexlify(b"abcd", "-"), binascii.hexlify(b"abcde", ":", 2), binascii.unhexlify("00fF"), binascii.a2b_hex(b"0a"))
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc32(b""))
for piece in (b"", b"a", b"ab", b"abc", b"abcd", data):
    text = base64.b64encode(piece)
    print(text, base64.b64decode(text) == piece, binascii.b2a_base64(piece))
print(base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.urlsafe_b64decode("__79"), base64.b64decode("YW Jj\n"), base64.b16encode(b"\xab"), base64.b16decode("AB"))
for call in (lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: binascii.a2b_base64("a"), lambda: binascii.a2b_base64("ab"),
             lambda: binascii.hexlify("text"), lambda: binascii.unhexlify("é"), lambda: base64.b64decode("a$bc", validate=True)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
