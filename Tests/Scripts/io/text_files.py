import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "file.txt")
with open(path, "w") as f:
    print(f.write("first\nsecond é\n"), f.mode, f.encoding, f.closed, f.writable(), f.readable(), f.seekable())
    f.writelines(["third\n", "fourth"])
    print("printed", file=f)
print(f.closed)
with open(path) as f:
    print(f.readline(), f.read(3), f.tell(), f.readlines())
    f.seek(0)
    print([line for line in f])
    print(repr(f.read()), f.seek(0), f.read())
with open(path, "a") as f:
    f.write("appended\n")
with open(path, "r+") as f:
    f.read()
    f.write("more\n")
    f.seek(0)
    f.write("FIRST")
    f.seek(0)
    print(f.read())
with open(path, "rb") as f:
    print(f.read(10), f.readline(), f.peek(2)[:2], f.tell(), f.seek(-5, 2), f.read(), f.read())
with open(path, "wb") as f:
    print(f.write(b"a\r\nb\rc\n"), f.name == path, f.mode)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        print(repr(newline), f.readlines(), repr(f.newlines))
with open(path, "w", newline="\r\n") as f:
    f.write("x\ny\n")
print(open(path, "rb").read())
with open(path, "w", encoding="latin-1") as f:
    f.write("é")
print(open(path, "rb").read(), open(path, encoding="latin-1").read())
try:
    open(path, encoding="utf-8").read()
except UnicodeDecodeError as error:
    print(error)
print(open(path, encoding="utf-8", errors="replace").read(), ascii(open(path, errors="surrogateescape").read()))
with open(path, "w", encoding="utf-16") as f:
    f.write("hé")
    f.write("llo")
print(open(path, "rb").read(), open(path, encoding="utf-16").read())
with open(path, "x" if not os.path.exists(path) else "w") as f:
    f.write("line\n" * 5000 + "é" * 100)
with open(path) as f:
    print(sum(1 for _ in f), f.tell())
with open(path) as f:
    first = f.readline()
    place = f.tell()
    rest = f.read()
    f.seek(place)
    print(place, len(rest), f.read() == rest)
calls = [lambda: open(os.path.join(folder, "none")), lambda: open(folder), lambda: open(path, "q"), lambda: open(path, "rw"), lambda: open(path, "rbt"),
         lambda: open(path, "rb", encoding="utf-8"), lambda: open(path, "r", 0), lambda: open(path, "x"), lambda: open(path, encoding="nope"),
         lambda: open(path).write("x"), lambda: open(path, "w").read(), lambda: open(path, newline="q"), lambda: open(3.5)]
for call in calls:
    try:
        call()
    except (OSError, ValueError, LookupError, TypeError) as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER"))
f = open(path)
f.close()
for call in (f.read, f.readline, lambda: f.seek(0), lambda: next(f), f.__enter__, f.tell):
    try:
        call()
    except ValueError as error:
        print(error)
f.close()
os.remove(path)
os.rmdir(folder)
