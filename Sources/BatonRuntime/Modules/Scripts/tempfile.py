"""Files and folders that are there for a time."""

import io as _io
import os as _os
from random import SystemRandom as _SystemRandom

__all__ = [
    "NamedTemporaryFile", "SpooledTemporaryFile", "TMP_MAX", "TemporaryDirectory", "TemporaryFile", "gettempdir", "gettempdirb",
    "gettempprefix", "gettempprefixb", "mkdtemp", "mkstemp", "mktemp", "tempdir", "template",
]

tempdir = None
template = "tmp"
TMP_MAX = 10000
_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
_choose = _SystemRandom()


def gettempprefix():
    return template


def gettempdir():
    global tempdir
    if tempdir is None:
        places = [_os.getenv(name) for name in ("TMPDIR", "TEMP", "TMP")] + ["/tmp", "/var/tmp", "/usr/tmp", _os.getcwd()]
        for place in places:
            if place and _os.path.isdir(place) and _os.access(place, _os.W_OK | _os.X_OK):
                tempdir = _os.path.abspath(place)
                break
        else:
            raise FileNotFoundError("No usable temporary directory found")
    return tempdir


def gettempprefixb():
    """As gettempprefix, in bytes."""
    return _os.fsencode(gettempprefix())


def gettempdirb():
    """As gettempdir, in bytes."""
    return _os.fsencode(gettempdir())


def _paths(suffix, prefix, dir):
    folder = gettempdir() if dir is None else dir
    for _ in range(TMP_MAX):
        name = "".join(_choose.choices(_letters, k=8))
        yield _os.path.join(folder, (prefix or template) + name + (suffix or ""))
    raise FileExistsError("No usable temporary file name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    for path in _paths(suffix, prefix, dir):
        try:
            return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), _os.path.abspath(path)
        except FileExistsError:
            continue


def mkdtemp(suffix=None, prefix=None, dir=None):
    for path in _paths(suffix, prefix, dir):
        try:
            _os.mkdir(path, 0o700)
            return _os.path.abspath(path)
        except FileExistsError:
            continue


def mktemp(suffix="", prefix=template, dir=None):
    for path in _paths(suffix, prefix, dir):
        if not _os.path.lexists(path):
            return path


class _NamedFile:
    """A file with a name that is removed when it is closed."""

    def __init__(self, file, name, delete, delete_on_close):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *details):
        self.file.__exit__(*details)
        self._remove()

    def __iter__(self):
        for line in self.file:
            yield line

    def close(self):
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def _remove(self):
        if self.delete:
            self.delete = False
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    def __del__(self):
        self.file.close()
        self._remove()


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
    errors=None, delete_on_close=True
):
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = _io.open(fd, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    except BaseException:
        _os.close(fd)
        _os.unlink(name)
        raise
    return _NamedFile(file, name, delete, delete_on_close)


def TemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None
):
    fd, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    try:
        return _io.open(fd, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    except BaseException:
        _os.close(fd)
        raise


class SpooledTemporaryFile(_io.IOBase):
    """A file that is held in memory until it grows too large."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = _io.BytesIO() if "b" in mode else _io.StringIO(newline=newline or "\n")
        self._max_size = max_size
        self._rolled = False
        self._arguments = (mode, buffering, encoding, newline, suffix, prefix, dir)

    def rollover(self):
        if self._rolled:
            return
        old, place = self._file, self._file.tell()
        self._file = TemporaryFile(*self._arguments)
        self._file.write(old.getvalue())
        self._file.seek(place)
        self._rolled = True

    def write(self, data):
        result = self._file.write(data)
        if self._max_size and not self._rolled and self._file.tell() > self._max_size:
            self.rollover()
        return result

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def tell(self):
        return self._file.tell()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    def fileno(self):
        self.rollover()
        return self._file.fileno()


class TemporaryDirectory:
    """A folder that is removed with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._delete = delete

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if _os.path.lexists(self.name):
            from shutil import rmtree

            rmtree(self.name, ignore_errors=self._ignore)
