"""The operating system."""

import posix
import posixpath as path
import stat as _stat
import sys
from _collections_abc import MutableMapping
from abc import ABC, abstractmethod
from posix import *
from posix import _exit

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "/", ":", None
defpath, devnull = "/bin:/usr/bin", "/dev/null"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class PathLike(ABC):
    """What has a path: needs __fspath__."""

    __slots__ = ()

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented


def fspath(path):
    """The str or bytes of a path."""
    from posixpath import _text

    return _text(path)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ(MutableMapping):
    """The environment, by str; changes reach the process."""

    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        try:
            return self._data[fsencode(self._checked(key))].decode("utf-8", "surrogateescape")
        except KeyError:
            raise KeyError(key) from None

    @staticmethod
    def _checked(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __setitem__(self, key, value):
        key, value = fsencode(self._checked(key)), fsencode(self._checked(value))
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        name = fsencode(self._checked(key))
        unsetenv(name)
        try:
            del self._data[name]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield key.decode("utf-8", "surrogateescape")

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self.items())}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]


environ = _Environ(posix.environ)


def getenv(key, default=None):
    return environ.get(key, default)


_stat_names = (
    "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
)


class stat_result(tuple):
    """The status of a file: ten items, and more as attributes."""

    def __new__(cls, fields):
        self = super().__new__(cls, fields[:10])
        if len(fields) >= 18:
            self.st_atime, self.st_mtime, self.st_ctime = fields[10:13]
            self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = fields[13:16]
            self.st_blocks, self.st_blksize = fields[16:18]
        else:
            self.st_atime, self.st_mtime, self.st_ctime = fields[7:10]
        return self

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(_stat_names, self))
        return f"os.stat_result({shown})"


for _index, _name in enumerate(_stat_names[:7]):
    setattr(stat_result, _name, property(lambda self, _index=_index: self[_index]))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(posix.stat(path, follow_symlinks=follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat_result(posix.lstat(path))


def fstat(fd):
    return stat_result(posix.stat(fd))


_at_fork = []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Have functions called around each fork: those before it, last registered first."""
    if before is after_in_child is after_in_parent is None:
        raise TypeError("At least one argument is required.")
    named = {"before": before, "after_in_child": after_in_child, "after_in_parent": after_in_parent}
    for name, function in named.items():
        if function is not None and not callable(function):
            raise TypeError(f"'{name}' must be callable, not {type(function).__name__}")
    _at_fork.append((before, after_in_child, after_in_parent))


def _call_at_fork(functions):
    for function in functions:
        if function is not None:
            try:
                function()
            except BaseException as error:
                sys.excepthook(type(error), error, error.__traceback__)


def fork():
    """Make a child process that goes on from here, with this thread alone: 0 in the child, its number in the parent."""
    _call_at_fork(before for before, _, _ in reversed(_at_fork))
    child = posix.fork()
    if child == 0:
        threading = sys.modules.get("threading")
        if threading is not None:
            threading._after_fork()
        _call_at_fork(function for _, function, _ in _at_fork)
    else:
        _call_at_fork(function for _, _, function in _at_fork)
    return child


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    return terminal_size(posix.get_terminal_size(fd))


class DirEntry:
    """A line of a folder."""

    __slots__ = ("name", "path")

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def inode(self):
        return lstat(self.path).st_ino

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_symlink(self):
        return path.islink(self.path)


class _Scan:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    return _Scan(fspath(path))


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for name in folders:
        below = path.join(top, name)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    import io

    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


def execvp(file, args):
    """Become another program, which is looked for in PATH."""
    if path.dirname(file):
        execv(file, args)
    failure = None
    for folder in get_exec_path():
        try:
            execv(path.join(folder, file), args)
        except (FileNotFoundError, NotADirectoryError) as error:
            failure = failure or error
        except OSError as error:
            failure = error
    raise failure


def execl(file, *args):
    """execv with the arguments one by one."""
    execv(file, args)


def execlp(file, *args):
    """execvp with the arguments one by one."""
    execvp(file, args)


def urandom(size):
    return posix.urandom(size)


def renames(old, new):
    """rename; folders are made for the new name, and those that the old one leaves empty are removed."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def getcwdb():
    """The current folder as bytes."""
    return fsencode(getcwd())


def getenvb(key, default=None):
    """As getenv, for bytes."""
    return posix.environ.get(key, default)


def closerange(fd_low, fd_high, /):
    """Close the descriptors from fd_low up to fd_high, which is not closed; what is not open does not matter."""
    for fd in range(fd_low, min(fd_high, 1 << 20)):
        try:
            close(fd)
        except OSError:
            pass


def uname():
    """The names of the system, the machine and their versions."""
    from os._results import uname_result

    return uname_result(posix._uname())


def times():
    """The times of the process and of its children, in seconds."""
    from os._results import times_result

    return times_result(posix._times())


def statvfs(path):
    """What is known about the file system of a path."""
    from os._results import statvfs_result

    return statvfs_result(posix._statvfs(path))


del _index, _name
