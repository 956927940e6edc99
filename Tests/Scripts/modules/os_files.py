import os
import shutil
import stat
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a", "b")
    os.makedirs(path)
    os.makedirs(path, exist_ok=True)
    name = os.path.join(path, "file")
    fd = os.open(name, os.O_WRONLY | os.O_CREAT, 0o644)
    print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_CUR), os.close(fd))
    fd = os.open(name, os.O_RDONLY)
    print(os.read(fd, 5), os.read(fd, 100), os.read(fd, 10), os.fstat(fd).st_size, os.isatty(fd))
    os.close(fd)
    info = os.stat(name)
    print(info.st_size, info[6], stat.S_ISREG(info.st_mode), oct(info.st_mode & 0o777), stat.filemode(info.st_mode), info.st_mtime > 0, info.st_mtime_ns > 0)
    os.rename(name, name + "2")
    os.symlink(name + "2", name + "link")
    print(sorted(os.listdir(path)), os.path.islink(name + "link"), os.readlink(name + "link") == name + "2", os.path.getsize(name + "2"))
    print([(os.path.relpath(top, folder), sorted(folders), sorted(files)) for top, folders, files in os.walk(folder)])
    with os.scandir(path) as entries:
        print(sorted((e.name, e.is_file(), e.is_dir(), e.is_symlink()) for e in entries))
    shutil.copy(name + "2", name + "3")
    shutil.move(name + "3", folder)
    print(sorted(os.listdir(folder)), open(os.path.join(folder, "file3")).read())
    shutil.copytree(os.path.join(folder, "a"), os.path.join(folder, "copy"))
    print(sorted(os.listdir(os.path.join(folder, "copy", "b"))))
    os.chmod(name + "2", 0o600)
    print(oct(os.stat(name + "2").st_mode & 0o777), os.access(name + "2", os.R_OK), os.access(name, os.F_OK))
    for call in (lambda: os.remove(name), lambda: os.rmdir(folder), lambda: os.mkdir(path), lambda: os.listdir(name), lambda: os.rename(name, "x"),
                 lambda: os.stat(name), lambda: os.open(name, os.O_RDONLY), lambda: os.makedirs(path)):
        try:
            call()
        except OSError as error:
            print(type(error).__name__, error.errno, error.strerror, (error.filename or "").replace(folder, "F"), (error.filename2 or ""))
    here = os.getcwd()
    os.chdir(folder)
    print(os.getcwd() == os.path.realpath(folder), os.path.exists("a"))
    os.chdir(here)
    with tempfile.NamedTemporaryFile("w+", dir=folder, suffix=".txt", delete=True) as f:
        f.write("temp")
        f.seek(0)
        print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
        kept = f.name
    print(os.path.exists(kept))
    with tempfile.TemporaryFile() as f:
        f.write(b"x")
        print(f.tell())
print(os.path.exists(folder), os.sep, os.linesep == "\n", os.name, os.devnull)
os.environ["BATON_TEST"] = "value"
print(os.environ["BATON_TEST"], os.getenv("BATON_TEST"), os.getenv("NO_SUCH"), "BATON_TEST" in os.environ, os.environ.get("NO", "d"))
del os.environ["BATON_TEST"]
for call in (lambda: os.environ["BATON_TEST"], lambda: os.environ.__setitem__("A", 1)):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
r, w = os.pipe()
os.write(w, b"through")
os.close(w)
print(os.read(r, 100), os.close(r), os.cpu_count() > 0, len(os.urandom(8)), os.getpid() > 0, os.strerror(2), os.fspath("x"), os.fsencode("é"), os.fsdecode(b"\xc3\xa9"))
