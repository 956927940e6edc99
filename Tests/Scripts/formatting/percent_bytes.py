# % of bytes.
print(b"%s %b %d %x %c %c %a %r %5d|%-5d|%.2f %%" % (b"s", bytearray(b"b"), 5, 255, 65, b"z", "é", "q", 3, 4, 1.5))
print(b"%(k)s" % {b"k": b"v"}, b"%5s|%-5s|%.2s" % (b"a", b"b", b"cde"), bytearray(b"%d") % 7, type(bytearray(b"%d") % 7), b"%*d" % (4, 2), b"%i %o %X %e" % (1, 8, 255, 2.0))
class B:
    def __bytes__(self): return b"own"
print(b"%s %b" % (B(), memoryview(b"mv")))
