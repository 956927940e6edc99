import io
import socket
import threading

a, b = socket.socketpair()
with a.makefile("rw", encoding="utf-8", newline="\n") as text, b.makefile("rwb") as binary:
    print(type(text).__name__, text.mode, type(binary).__name__, text.readable(), text.writable(), text.seekable())
    text.write("grüße\nzwei\n")
    text.flush()
    print(binary.readline(), binary.readline())
    binary.write("drei €\nvier".encode() + b"\n")
    binary.flush()
    print(text.readline(), repr(text.readline()))
reader = b.makefile("rb")
writer = a.makefile("wb", buffering=0)
print(type(reader).__name__, type(writer).__name__, writer.mode, writer.name == a.fileno(), writer.fileno() == a.fileno())
print(writer.write(b"raw"), reader.read(3), reader.peek(0) == b"" if False else "")
a.close()
print(a.fileno() > 0)  # kept open by the file
writer.write(b"still open, and a line\nand the rest")
writer.close()
print(a.fileno(), writer.closed)
print(reader.readline(), reader.read())
reader.close()
try:
    writer.write(b"x")
except ValueError as error:
    print(error)
for mode in ("x", "rwx", ""):
    try:
        print(type(b.makefile(mode)).__name__)
    except ValueError as error:
        print(error)
try:
    b.makefile("r", buffering=0)
except ValueError as error:
    print(error)
b.close()

c, d = socket.socketpair()
c.settimeout(0.01)
late = c.makefile("rb")
for _ in range(2):
    try:
        late.read(1)
    except (TimeoutError, OSError) as error:
        print(type(error).__name__, error)
c.setblocking(False)
print(socket.SocketIO(c, "r").readinto(bytearray(2)))
late.close()

e, f = socket.socketpair()
lines = []


def collect():
    with f.makefile("r") as stream:
        for line in stream:
            lines.append(line)


thread = threading.Thread(target=collect)
thread.start()
with e, e.makefile("w") as out:
    print("printed", 3, file=out)
    out.writelines(["one\n", "two"])
thread.join()
print(lines)
g, h = socket.socketpair()
print(g.sendfile(io.BytesIO(b"0123456789"), 2, 5), h.recv(20), g.sendfile(io.BytesIO(b"abc")), h.recv(20))
for wrong in (0, "x"):
    try:
        g.sendfile(io.BytesIO(b""), 0, wrong)
    except (ValueError, TypeError) as error:
        print(error)
