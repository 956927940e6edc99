# What the module os tells of the machine, owners and times.
import os
import tempfile

names = os.uname()
print(names.sysname == names[0] == "Linux", len(names), isinstance(names, tuple), repr(names).startswith("posix.uname_result(sysname='Linux', "))
print(names.nodename == names[1], names.release == names[2], names.version == names[3], names.machine)
times = os.times()
print(len(times), times.user >= 0, times.elapsed > 0, times.children_user == times[2])
place = os.statvfs("/")
print(len(place), place.f_bsize > 0, place.f_blocks >= place.f_bfree, place.f_namemax, repr(place).startswith("os.statvfs_result(f_bsize=") or repr(place).startswith("posix.statvfs_result(f_bsize="))
print(os.EX_OK, os.EX_USAGE, os.EX_CONFIG, os.PRIO_PROCESS, os.O_DIRECTORY, os.O_NOFOLLOW, os.O_ACCMODE, os.O_DSYNC)
print(os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0), os.getsid(0) > 0, os.getgroups() == list(os.getgroups()))
os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0))
folder = tempfile.mkdtemp()
os.chdir(folder)
print(os.getcwdb() == os.fsencode(os.getcwd()))
file = os.path.join(folder, "file")
with open(file, "w") as stream:
    os.fchmod(stream.fileno(), 0o640)
    os.fchown(stream.fileno(), -1, -1)
os.chown(file, os.getuid(), os.getgid())
os.lchown(file, -1, -1)
print(oct(os.stat(file).st_mode & 0o777), os.stat(file).st_uid == os.getuid())
os.renames("file", "a/b/c")
print(os.listdir("."), os.listdir("a/b"))
os.renames("a/b/c", "d/e")
print(os.listdir("."), os.listdir("d"))
descriptor = os.open("d", os.O_RDONLY | os.O_DIRECTORY)
os.fchdir(descriptor)
print(os.listdir("."))
first, second = os.dup(descriptor), os.dup(descriptor)
os.closerange(first, second + 1)
for number in (first, second):
    try:
        os.fstat(number)
    except OSError as error:
        print(error)
os.close(descriptor)
os.environ["BATON_TRY"] = "é"
print(os.getenvb(b"BATON_TRY"), os.getenvb(b"BATON_NONE"), os.getenvb(b"BATON_NONE", b"x"))
os.sync()
for code in ("os.chown('/nothing', 0, 0)", "os.fchdir(9999)", "os.fchmod(9999, 0)", "os.statvfs('/nothing')", "os.getpriority(9, 0)", "os.chown('x', 'a', 0)", "os.setpgid(-5, 0)", "os.getsid(-5)", "os.chown(file, -2, 0)"):
    try:
        print(eval(code))
    except (OSError, TypeError, OverflowError) as error:
        print(code.split("(")[0], type(error).__name__, error)
os.chdir("/")
os.unlink(os.path.join(folder, "d", "e"))
os.removedirs(os.path.join(folder, "d"))
