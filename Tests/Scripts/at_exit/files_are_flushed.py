"""What a file in the globals still holds is written before the process ends."""
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "text")
child = os.fork()
if child == 0:
    import sys

    kept = open(path, "w")
    kept.write("held back")

    class Cycle:
        pass

    cycle = Cycle()
    cycle.itself, cycle.file = cycle, open(path + "2", "w")
    cycle.file.write("in a cycle")
    sys.exit(0)
_, status = os.waitpid(child, 0)
print(status)
for name in ("text", "text2"):
    with open(os.path.join(folder, name)) as file:
        print(file.read())
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
