# BytesIO.getbuffer(): a view of the memory itself, which keeps the size meanwhile.
import io


def tried(function, *arguments):
    try:
        print(function.__name__, arguments, "->", function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, "->", type(error).__name__, error)


b = io.BytesIO(b"hello world")
view = b.getbuffer()
print(view.readonly, view.nbytes, view.format, view.itemsize, view.shape, view.contiguous, type(view).__name__, type(view.obj).__name__, view.tobytes())
view[0] = ord("J")
view[-5:] = b"there"
print(b.getvalue(), b.read(3), b.tell(), b.readline(), b.seek(0), b.readinto(bytearray(4)))
for method, arguments in [(b.write, (b"x",)), (b.write, (b"",)), (b.writelines, ([b"a"],)), (b.writelines, ([],)), (b.truncate, ()), (b.truncate, (3,)), (b.truncate, (100,)),
                          (b.close, ()), (b.write, ("text",)), (b.write, (5,)), (b.truncate, (-1,))]:
    tried(method, *arguments)
print(b.closed, b.getvalue())
b.seek(0)
second = b.getbuffer()
slice = view[2:5]
view.release()
tried(b.write, b"x")
second.release()
tried(b.write, b"x")
slice.release()
tried(b.write, b"x")
tried(b.truncate, 4)
print(b.getvalue())
with b.getbuffer() as view:
    view[:2] = b"AB"
    tried(b.write, b"y")
tried(b.write, b"y")
tried(view.tobytes)
empty = io.BytesIO()
with empty.getbuffer() as nothing:
    print(len(nothing), nothing.tobytes(), nothing.readonly)
    tried(empty.write, b"z")
tried(empty.write, b"z")
closed = io.BytesIO(b"x")
closed.close()
tried(closed.getbuffer)
view = io.BytesIO(b"kept alive").getbuffer()
print(view.tobytes(), bytes(view[5:]))
memory = memoryview(io.BytesIO(b"0123456789").getbuffer())
memory[3] = 0x58
print(memory.tobytes(), memory.obj is not None)
del memory
big = io.BytesIO(bytes(range(256)) * 4)
ints = big.getbuffer().cast("I")
ints[0] = 0xFFFFFFFF
print(big.getvalue()[:6], len(ints))
tried(big.truncate, 0)
ints.release()
tried(big.write, b"now")
wrapped = io.BytesIO(b"line one\nline two\n")
view = wrapped.getbuffer()
print([line for line in wrapped], wrapped.seek(0), wrapped.read1(4), wrapped.read())
view[0:4] = b"LINE"
print(wrapped.getvalue())
tried(view.__setitem__, slice if 0 else 100, 1)
del view
print(wrapped.write(b"end"), wrapped.getvalue())


class Sneaky:
    """Takes a view while it gives its bytes."""

    def __init__(self, target):
        self.target = target

    def __buffer__(self, flags):
        self.view = self.target.getbuffer()
        return memoryview(b"sneaky")


s = io.BytesIO(b"abc")
source = Sneaky(s)
print(s.getvalue(), len(s.getbuffer()), s.getbuffer() == b"abc", s.getbuffer()[1])
