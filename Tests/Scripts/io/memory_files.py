import io

s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.read(2), s.tell(), list(s), s.seek(0), s.read(), repr(s.read()))
s.seek(4)
print(s.write("TWO"), s.getvalue(), s.truncate(), s.getvalue())
s = io.StringIO()
print("a", "b", file=s)
s.writelines(["c\n", "d"])
print(repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.closed)
for newline in (None, "", "\n", "\r", "\r\n"):
    t = io.StringIO("a\r\nb\rc\nd", newline=newline)
    print(repr(newline), t.readlines(), repr(t.getvalue()))
    t = io.StringIO(newline=newline)
    t.write("x\ny\r\n")
    print(repr(t.getvalue()))
s.seek(0, 2)
s.seek(10)
s.write("z")
print(repr(s.getvalue()))
s.close()
for call in (s.read, s.getvalue, lambda: s.write("x")):
    try:
        call()
    except ValueError as error:
        print(error)
for call in (lambda: io.StringIO(b"x"), lambda: io.StringIO().write(b"x"), lambda: io.StringIO().seek(-1), lambda: io.StringIO().seek(1, 1)):
    try:
        call()
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
b = io.BytesIO(b"hello\nworld\n")
print(b.read(3), b.readline(), b.readlines(), b.getvalue(), b.seek(-3, 2), b.read(), b.tell())
b.seek(20)
b.write(b"end")
print(b.getvalue(), b.getbuffer().nbytes, b.truncate(4), b.getvalue())
target = bytearray(3)
b.seek(0)
print(b.readinto(target), target, b.read1(), b.read())
with io.BytesIO() as c:
    c.write(memoryview(b"abc"))
    print(c.getvalue())
print(c.closed)
text = io.TextIOWrapper(io.BytesIO("é\nx".encode()), encoding="utf-8")
print(text.readline(), text.read(), text.encoding, text.errors, text.line_buffering)
raw = io.BytesIO()
wrapper = io.TextIOWrapper(raw, encoding="ascii", errors="replace", newline="\n")
wrapper.write("hé\n")
wrapper.flush()
print(raw.getvalue(), isinstance(wrapper, io.TextIOBase), isinstance(raw, io.BufferedIOBase), isinstance(raw, io.IOBase))
print(wrapper.detach() is raw)
buffered = io.BufferedReader(io.BytesIO(b"0123456789"), 4)
print(buffered.read(3), buffered.peek(1)[:1], buffered.read1(10), buffered.read())


class Upper(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, target):
        piece = self.data[: len(target)].upper()
        self.data = self.data[len(target):]
        target[: len(piece)] = piece
        return len(piece)


print(Upper(b"abc").read(), Upper(b"a\nb").readline(), io.BufferedReader(Upper(b"line one\nline two\n")).readlines())
print(io.TextIOWrapper(io.BufferedReader(Upper(b"wrapped\n"))).read())
try:
    io.RawIOBase().read(1)
except (NotImplementedError, io.UnsupportedOperation) as error:
    print(type(error).__name__)
