# gzip: in one shot, as files, several members, damaged data.
import gzip
import io
import os
import tempfile

data = b"".join(b"line %d\n" % i for i in range(3000))
packed = gzip.compress(data, mtime=0)
print(packed[:10], gzip.decompress(packed) == data, gzip.decompress(packed + gzip.compress(b"more")) == data + b"more")
print(gzip.decompress(b""), gzip.compress(b"", mtime=1)[:9])


def shown(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


shown(gzip.decompress, b"plain text")
shown(gzip.decompress, packed[:-4])
shown(gzip.decompress, packed[:-8] + b"\0" * 8)
shown(gzip.decompress, packed[:20])
shown(gzip.decompress, b"\037\213\011" + b"\0" * 9)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "lines.gz")
    with gzip.open(path, "wb") as file:
        print(file.write(data[:100]), file.write(bytearray(data[100:])), file.writable(), file.readable())
    with gzip.open(path) as file:
        print(file.read(10), file.readline(), file.tell(), len(file.read()), file.read(), file.closed)
    print(file.closed)
    with gzip.open(path, "rt") as file:
        lines = list(file)
        print(len(lines), lines[0], lines[-1], end="")
    with gzip.open(path, "ab") as file:
        file.write(b"appended\n")
    with gzip.GzipFile(path) as file:
        print(list(file)[-2:])
    shown(gzip.open, path, "rtb")
    shown(gzip.open, path, "r", 9, "utf-8")
    shown(gzip.open, os.path.join(folder, "nowhere.gz").replace(folder, ""))

memory = io.BytesIO()
with gzip.GzipFile(fileobj=memory, mode="w", mtime=5) as file:
    file.write(b"in memory")
print(memory.getvalue()[:8], gzip.GzipFile(fileobj=io.BytesIO(memory.getvalue())).read())
shown(gzip.GzipFile(fileobj=io.BytesIO(packed)).write, b"x")
shown(gzip.open, 5)
