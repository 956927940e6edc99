# How bytes print.
print(b"a'b", b'a"b', b"a'\"b", b"\\\t\n\r\x00\x7f\xff ~", bytearray(b"x'y"), [b""], str(b"s"), f"{b'f'}", "%s" % b"p", ascii(b"\xe9"), bytearray())
class B(bytes): pass
class A(bytearray): pass
print(B(b"x"), A(b"y"), repr(A(b"q")), type(B(b"x") + b"y"), type(B(b"ab")[:]), B(b"x") == b"x", hash(B(b"x")) == hash(b"x"))
