# Names of files are bytes: what is not UTF-8 in them is kept, from listings and arguments to open.
import os
import sys
import tempfile

if len(sys.argv) > 1:
    print([ascii(argument) for argument in sys.argv[1:]])
    sys.exit()

with tempfile.TemporaryDirectory() as folder:
    odd = os.path.join(os.fsencode(folder), b"\xff\xfe.txt")
    with open(odd, "w") as file:
        file.write("content")
    for name in ["...", "plain"]:
        open(os.path.join(folder, name), "w").close()
    print(ascii(sorted(os.listdir(folder))))
    print(sorted(os.listdir(os.fsencode(folder))))
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as file:
            print(ascii(name), os.fsencode(name), file.read())
    print(ascii(sorted(entry.name for entry in os.scandir(folder))))
    print(sorted(entry.name for entry in os.scandir(os.fsencode(folder))))

sys.stdout.flush()
child = os.fork()
if child == 0:
    os.execv(sys.executable, [sys.executable, __file__, b"a\xff", "\xe9", b"\xed\xa0\x80", ""])
print(os.waitpid(child, 0)[1])
