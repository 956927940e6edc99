"""Paths of POSIX systems."""

import posix
from stat import S_ISDIR, S_ISLNK, S_ISREG

__all__ = [
    "abspath", "basename", "commonpath", "commonprefix", "dirname", "exists", "expanduser", "expandvars", "getatime",
    "getctime", "getmtime", "getsize", "isabs", "isdir", "isfile", "islink", "ismount", "join", "lexists", "normcase",
    "normpath", "realpath", "relpath", "samefile", "split", "splitdrive", "splitext", "splitroot", "curdir", "pardir",
    "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "supports_unicode_filenames", "samestat", "sameopenfile",
    "isjunction", "isdevdrive",
]

curdir, pardir, extsep, sep, pathsep, altsep, devnull = ".", "..", ".", "/", ":", None, "/dev/null"
defpath = "/bin:/usr/bin"
supports_unicode_filenames = False


def _text(path):
    """The str or bytes of a path."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    result = method(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}"
        )
    return result


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def isabs(s):
    s = _text(s)
    return s.startswith(_slash(s))


def join(a, /, *p):
    path = _text(a)
    slash = _slash(path)
    for part in p:
        part = _text(part)
        if type(part) is not type(path) and not isinstance(part, type(path)):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p = _text(p)
    slash = _slash(p)
    place = p.rfind(slash) + 1
    head, tail = p[:place], p[place:]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def splitroot(p):
    p = _text(p)
    slash = _slash(p)
    none = p[:0]
    if not p.startswith(slash):
        return none, none, p
    if p[1:2] != slash or p[2:3] == slash:
        return none, slash, p[1:]
    return none, p[:2], p[2:]


def splitext(p):
    p = _text(p)
    dot = b"." if isinstance(p, bytes) else "."
    start = p.rfind(_slash(p)) + 1
    place = p.rfind(dot)
    if place > start and p[start:place].strip(dot):
        return p[:place], p[place:]
    return p, p[:0]


def normcase(s):
    return _text(s)


def normpath(path):
    path = _text(path)
    slash = _slash(path)
    dot, dots = (b".", b"..") if isinstance(path, bytes) else (".", "..")
    if not path:
        return dot
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return (root + slash.join(parts)) or dot


def abspath(path):
    path = _text(path)
    if not isabs(path):
        here = posix.getcwd()
        path = join(here.encode("utf-8", "surrogateescape") if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = abspath(filename)
    slash = _slash(path)
    links = 0
    parts = path.split(slash)[1:]
    done = path[:0]
    while parts:
        part = parts.pop(0)
        if not part:
            continue
        current = done + slash + part
        try:
            target = posix.readlink(current)
        except OSError:
            if strict:
                posix.lstat(current)
            done = current
            continue
        links += 1
        if links > 40:
            if strict:
                posix.stat(current)
            return join(current, *parts)
        if isinstance(current, bytes):
            target = target.encode("utf-8", "surrogateescape")
        whole = normpath(join(done or slash, target, *parts))
        parts = whole.split(slash)[1:]
        done = path[:0]
    return done or slash


def relpath(path, start=None):
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    slash = _slash(path)
    dot, dots = (b".", b"..") if isinstance(path, bytes) else (".", "..")
    start_parts = [part for part in abspath(dot if start is None else start).split(slash) if part]
    path_parts = [part for part in abspath(path).split(slash) if part]
    common = len(commonprefix([start_parts, path_parts]))
    return slash.join([dots] * (len(start_parts) - common) + path_parts[common:]) or dot


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_text(item) for item in m]
    low, high = min(m), max(m)
    for index, item in enumerate(low):
        if item != high[index]:
            return low[:index]
    return low


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash = _slash(paths[0])
    absolute = {isabs(path) for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    dot = b"." if isinstance(paths[0], bytes) else "."
    rows = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if absolute.pop() else paths[0][:0]) + slash.join(commonprefix(rows))


def _mode(path, call=posix.stat):
    try:
        return call(path)[0]
    except (OSError, ValueError):
        return None


def exists(path):
    return _mode(path) is not None


def lexists(path):
    return _mode(path, posix.lstat) is not None


def isfile(path):
    mode = _mode(path)
    return mode is not None and S_ISREG(mode)


def isdir(s):
    mode = _mode(s)
    return mode is not None and S_ISDIR(mode)


def islink(path):
    mode = _mode(path, posix.lstat)
    return mode is not None and S_ISLNK(mode)


def ismount(path):
    if islink(path) or not exists(path):
        return False
    here, above = posix.lstat(path), posix.lstat(join(path, ".."))
    return here[2] != above[2] or here[1] == above[1]


def getsize(filename):
    return posix.stat(filename)[6]


def getatime(filename):
    return posix.stat(filename)[10]


def getmtime(filename):
    return posix.stat(filename)[11]


def getctime(filename):
    return posix.stat(filename)[12]


def samefile(f1, f2):
    first, second = posix.stat(f1), posix.stat(f2)
    return first[1:3] == second[1:3]


def expanduser(path):
    path = _text(path)
    if path[:1] != "~" or path[1:2] not in ("", "/"):
        return path
    import os

    home = os.environ.get("HOME")
    if home is None:
        return path
    return (home.rstrip("/") + path[1:]) or "/"


def expandvars(path):
    import os

    path = _text(path)
    result = []
    index = 0
    while index < len(path):
        character = path[index]
        if character != "$":
            result.append(character)
            index += 1
            continue
        if path[index + 1:index + 2] == "{":
            end = path.find("}", index)
            name, after = (path[index + 2:end], end + 1) if end > 0 else (None, index + 1)
        else:
            end = index + 1
            while end < len(path) and (path[end].isalnum() or path[end] == "_") and path[end].isascii():
                end += 1
            name, after = (path[index + 1:end] or None), end
        if name is not None and name in os.environ:
            result.append(os.environ[name])
        else:
            after = max(after, index + 1)
            result.append(path[index:after])
        index = after
    return "".join(result)


def samestat(first, second):
    """Whether two statuses are of one file."""
    return first.st_ino == second.st_ino and first.st_dev == second.st_dev


def sameopenfile(first, second):
    """Whether two descriptors are of one file."""
    first, second = posix.stat(first), posix.stat(second)
    return first[1:3] == second[1:3]


def isjunction(path):
    """Whether a path is a junction: never, here."""
    _text(path)
    return False


isdevdrive = isjunction
