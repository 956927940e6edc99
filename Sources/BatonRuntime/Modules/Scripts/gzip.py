"""Read and write gzip files."""

import builtins
import errno
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

READ, WRITE = 1, 2

_HAS_HEADER_CRC, _HAS_EXTRA, _HAS_NAME, _HAS_COMMENT = 2, 4, 8, 16
_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9
_CHUNK = 128 * 1024


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        if encoding is not None:
            raise ValueError("Argument 'encoding' not supported in binary mode")
        if errors is not None:
            raise ValueError("Argument 'errors' not supported in binary mode")
        if newline is not None:
            raise ValueError("Argument 'newline' not supported in binary mode")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, mode.replace("t", ""), compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, mode.replace("t", ""), compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(file, encoding, errors, newline) if "t" in mode else file


def _header(mtime, name, level):
    flags = _HAS_NAME if name else 0
    extra = b"\002" if level == _COMPRESS_LEVEL_BEST else b"\004" if level == _COMPRESS_LEVEL_FAST else b"\000"
    start = b"\037\213\010" + bytes([flags]) + struct.pack("<L", int(mtime) & 0xFFFFFFFF) + extra + b"\377"
    return start + (name + b"\000" if name else b"")


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Compress data in one shot and return the compressed data."""
    deflated = zlib.compress(data, level=compresslevel, wbits=-zlib.MAX_WBITS)
    trailer = struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    return _header(time.time() if mtime is None else mtime, b"", compresslevel) + deflated + trailer


def decompress(data):
    """Decompress a gzip compressed string, which may be several members one after the other, in one shot."""
    file = io.BytesIO(data)
    members = []
    while _skip_header(file):
        inflater = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        rest = file.read()
        members.append(inflater.decompress(rest))
        if not inflater.eof or len(inflater.unused_data) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        crc, size = struct.unpack("<II", inflater.unused_data[:8])
        if crc != zlib.crc32(members[-1]):
            raise BadGzipFile("CRC check failed")
        if size != len(members[-1]) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        file = io.BytesIO(inflater.unused_data[8:].lstrip(b"\x00"))
    return b"".join(members)


def _exactly(file, count):
    data = file.read(count)
    if len(data) < count:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    return data


def _skip_text(file):
    while _exactly(file, 1) != b"\000":
        pass


def _skip_header(file):
    """Read a member's header; its time, or None at the end of the file."""
    magic = file.read(2)
    if magic == b"":
        return None
    if magic != b"\037\213":
        raise BadGzipFile("Not a gzipped file (%r)" % magic)
    method, flags, mtime = struct.unpack("<BBIxx", _exactly(file, 8))
    if method != 8:
        raise BadGzipFile("Unknown compression method")
    if flags & _HAS_EXTRA:
        _exactly(file, struct.unpack("<H", _exactly(file, 2))[0])
    if flags & _HAS_NAME:
        _skip_text(file)
    if flags & _HAS_COMMENT:
        _skip_text(file)
    if flags & _HAS_HEADER_CRC:
        _exactly(file, 2)
    return (mtime,)


class GzipFile(io.BufferedIOBase):
    """A gzip file that is read, or written, from its beginning to its end."""

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        mode = mode or "rb"
        self._own = None
        if fileobj is None:
            fileobj = self._own = builtins.open(filename, mode if "b" in mode else mode + "b")
        name = os.fspath(filename if filename is not None else getattr(fileobj, "name", ""))
        self.name = name
        self.fileobj = fileobj
        if mode.startswith("r"):
            self.mode, self.mtime = READ, None
            self._pending, self._at_end = b"", False
            self._inflater = None
            self._input = b""
        elif mode.startswith(("w", "a", "x")):
            self.mode = WRITE
            self._deflater = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
            self._crc, self._size = 0, 0
            base = os.path.basename(name)
            base = base.encode("latin-1", "ignore") if isinstance(base, str) else base
            base = base[:-3] if base.endswith(b".gz") else base
            fileobj.write(_header(time.time() if mtime is None else mtime, base, compresslevel))
        else:
            raise ValueError("Invalid mode: {!r}".format(mode))
        self._position = 0

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return False

    def tell(self):
        return self._position

    def fileno(self):
        return self.fileobj.fileno()

    def write(self, data):
        if self.fileobj is None:
            raise ValueError("write() on closed GzipFile object")
        if self.mode != WRITE:
            raise OSError(errno.EBADF, "write() on read-only GzipFile object")
        data = memoryview(data).cast("B") if not isinstance(data, bytes) else data
        self.fileobj.write(self._deflater.compress(data))
        self._crc = zlib.crc32(data, self._crc)
        self._size += len(data)
        self._position += len(data)
        return len(data)

    def read(self, size=-1):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file.")
        if self.mode != READ:
            raise OSError(errno.EBADF, "read() on write-only GzipFile object")
        parts = [self._pending]
        count = len(self._pending)
        while (size is None or size < 0 or count < size) and not self._at_end:
            parts.append(self._more())
            count += len(parts[-1])
        data = b"".join(parts)
        if size is None or size < 0:
            size = len(data)
        self._pending = data[size:]
        self._position += min(size, len(data))
        return data[:size]

    read1 = read

    def readinto(self, target):
        data = self.read(len(target))
        target[: len(data)] = data
        return len(data)

    def readline(self, size=-1):
        line = []
        while size < 0 or len(line) < size:
            if not self._pending:
                self._pending = self._more() if not self._at_end else b""
                if not self._pending:
                    if self._at_end:
                        break
                    continue
            end = self._pending.find(b"\n") + 1
            take = end or len(self._pending)
            if size >= 0:
                take = min(take, size - sum(map(len, line)))
            line.append(self.read(take))
            if line[-1].endswith(b"\n") or size >= 0 and sum(map(len, line)) >= size:
                break
        return b"".join(line)

    def _more(self):
        """Some more plain data; empty if none came of what was read."""
        if self._inflater is None:
            file = _Joined(self._input, self.fileobj)
            found = _skip_header(file)
            self._input = file.rest()
            if found is None:
                self._at_end = True
                return b""
            (self.mtime,) = found
            self._inflater = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
            self._crc, self._size = 0, 0
        data = self._input or self.fileobj.read(_CHUNK)
        self._input = b""
        if not data:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        plain = self._inflater.decompress(data)
        self._crc = zlib.crc32(plain, self._crc)
        self._size += len(plain)
        if self._inflater.eof:
            file = _Joined(self._inflater.unused_data, self.fileobj)
            expected, size = struct.unpack("<II", _exactly(file, 8))
            if expected != self._crc:
                raise BadGzipFile("CRC check failed %s != %s" % (hex(expected), hex(self._crc)))
            if size != self._size & 0xFFFFFFFF:
                raise BadGzipFile("Incorrect length of data produced")
            padding = file.read(1)
            while padding == b"\x00":
                padding = file.read(1)
            self._input = padding + file.rest()
            self._inflater = None
        return plain

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file.")
        if self.mode == WRITE:
            self.fileobj.write(self._deflater.flush(zlib_mode))
            self.fileobj.flush()

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        file, own = self.fileobj, self._own
        if file is None:
            return
        self.fileobj = self._own = None
        try:
            if self.mode == WRITE:
                file.write(self._deflater.flush())
                file.write(struct.pack("<LL", self._crc, self._size & 0xFFFFFFFF))
        finally:
            if own is not None:
                own.close()

    def __repr__(self):
        return "<gzip " + repr(self.fileobj)[1:-1] + " " + hex(id(self)) + ">"


class _Joined:
    """Bytes that were read ahead, followed by the file that they come from."""

    def __init__(self, ahead, file):
        self._ahead, self._file = ahead, file

    def read(self, count):
        data, self._ahead = self._ahead[:count], self._ahead[count:]
        return data + self._file.read(count - len(data)) if len(data) < count else data

    def rest(self):
        return self._ahead
