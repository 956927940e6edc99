"""Sockets: the system's, with files, context managers and connections made by name."""

import _socket
import io
import os
import struct
import sys
from _socket import *
from enum import IntEnum, IntFlag

__all__ = ["fromfd", "getfqdn", "create_connection", "create_server", "has_dualstack_ipv6", "AddressFamily", "SocketKind",
           "send_fds", "recv_fds"]
__all__.extend(name for name in dir(_socket) if not name.startswith("_"))

IntEnum._convert_("AddressFamily", __name__, lambda name: name.startswith("AF_"))
IntEnum._convert_("SocketKind", __name__, lambda name: name.startswith("SOCK_"))
IntFlag._convert_("MsgFlag", __name__, lambda name: name.startswith("MSG_"))
IntFlag._convert_("AddressInfo", __name__, lambda name: name.startswith("AI_"))


def _member(kind, value):
    """The member of an enumeration, or the number where there is none."""
    try:
        return kind(value)
    except ValueError:
        return value


class socket(_socket.socket):
    """A socket: an endpoint of a connection, or of datagrams."""

    __slots__ = ["__weakref__", "_io_refs", "_closed"]

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            family = AF_INET if family == -1 else family
            type = SOCK_STREAM if type == -1 else type
            proto = 0 if proto == -1 else proto
        super().__init__(family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *details):
        if not self._closed:
            self.close()

    def __repr__(self):
        cls = self.__class__
        closed = getattr(self, "_closed", False)
        parts = [
            f"{cls.__module__}.{cls.__qualname__}{' [closed]' if closed else ''} fd={self.fileno()}",
            f"family={self.family}", f"type={self.type}", f"proto={self.proto}",
        ]
        if not closed:
            for name, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    parts.append(f"{name}={address}")
        return f"<{', '.join(parts)}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    @property
    def family(self):
        """The address family."""
        return _member(AddressFamily, super().family)

    @property
    def type(self):
        """The kind of socket."""
        return _member(SocketKind, super().type)

    def dup(self):
        """A socket with a descriptor of its own for the same thing."""
        copy = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        """Wait for a connection: a socket for it, and the address of the other side."""
        descriptor, address = self._accept()
        connection = socket(self.family, self.type, self.proto, fileno=descriptor)
        if getdefaulttimeout() is None and self.gettimeout():
            connection.setblocking(True)
        return connection, address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file over the socket; the arguments are those of open."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        writing = "w" in mode
        reading = "r" in mode or not writing
        raw = SocketIO(self, "r" * reading + "w" * writing)
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if "b" not in mode:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        else:
            buffer = (io.BufferedReader if reading else io.BufferedWriter)(raw, buffering)
        if "b" in mode:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        """Send a binary file from an offset on, to its end or so many bytes of it; how many were sent."""
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if not self.type & SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if count is not None:
            if not isinstance(count, int):
                raise TypeError(f"count must be a positive integer (got {count!r})")
            if count <= 0:
                raise ValueError(f"count must be a positive integer (got {count!r})")
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        if offset:
            file.seek(offset)
        sent = 0
        try:
            while count is None or sent < count:
                block = file.read(65536 if count is None else min(count - sent, 65536))
                if not block:
                    break
                self.sendall(block)
                sent += len(block)
        finally:
            if sent and hasattr(file, "seek"):
                file.seek(offset + sent)
        return sent

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self, _close=_socket.socket.close):
        _close(self)

    def close(self):
        """Close it; the descriptor stays until the files over it are closed, too."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Close the object only: the descriptor, which is returned, stays open."""
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        os.set_inheritable(self.fileno(), inheritable)


class SocketIO(io.RawIOBase):
    """A socket as a raw stream: what makefile puts buffers on."""

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError(f"invalid mode: {mode!r}")
        super().__init__()
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._reads = "r" in mode
        self._writes = "w" in mode
        self._timed_out = False

    def readinto(self, buffer):
        self._checkClosed()
        self._checkReadable()
        if self._timed_out:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(buffer)
        except timeout:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def write(self, data):
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return None

    def _answer(self, value):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return value

    def readable(self):
        return self._answer(self._reads)

    def writable(self):
        return self._answer(self._writes)

    def seekable(self):
        self._answer(None)
        return super().seekable()

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        if self.closed:
            return
        super().close()
        self._sock._decref_socketios()
        self._sock = None


def fromfd(fd, family, type, proto=0):
    """A socket of a copy of a descriptor."""
    return socket(family, type, proto, dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected to each other."""
    family = AF_UNIX if family is None else family
    return tuple(socket(family, type, proto, end.detach()) for end in _socket.socketpair(family, type, proto))


def send_fds(sock, buffers, fds, flags=0, address=None):
    """Send descriptors, with data, over a socket of AF_UNIX."""
    rights = struct.pack(f"{len(fds)}i", *fds)
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, rights)])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Receive data and up to so many descriptors: (data, descriptors, flags, address)."""
    size = struct.calcsize("i")
    data, items, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * size))
    fds = []
    for level, kind, rights in items:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            fds.extend(struct.unpack(f"{len(rights) // size}i", rights[:len(rights) // size * size]))
    return data, fds, flags, address


def getfqdn(name=""):
    """The full name of a host, as far as it can be found."""
    name = name.strip()
    if not name or name in ("0.0.0.0", "::"):
        name = gethostname()
    try:
        found, aliases, _ = gethostbyaddr(name)
    except OSError:
        return name
    return next((alias for alias in (found, *aliases) if "." in alias), found)


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """What a host and a service stand for: a list of (family, type, proto, canonical name, address)."""
    return [
        (_member(AddressFamily, row[0]), _member(SocketKind, row[1]), *row[2:])
        for row in _socket.getaddrinfo(host, port, family, type, proto, flags)
    ]


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connect to (host, port): each address that it stands for is tried, until one answers."""
    host, port = address
    failures = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        connection = None
        try:
            connection = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                connection.settimeout(timeout)
            if source_address:
                connection.bind(source_address)
            connection.connect(target)
            return connection
        except error as failure:
            if not all_errors:
                failures.clear()
            failures.append(failure)
            if connection is not None:
                connection.close()
    if not failures:
        raise error("getaddrinfo returns an empty list")
    try:
        if all_errors:
            raise ExceptionGroup("create_connection failed", failures)
        raise failures[0]
    finally:
        failures.clear()


def has_dualstack_ipv6():
    """Whether one socket can serve both IPv4 and IPv6."""
    try:
        with socket(AF_INET6, SOCK_STREAM) as trial:
            trial.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
        return True
    except error:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens at (host, port)."""
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError("dualstack_ipv6 not supported on this platform")
        if family != AF_INET6:
            raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    server = socket(family, SOCK_STREAM)
    try:
        server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            server.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            server.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            server.bind(address)
        except error as failure:
            raise error(failure.errno, f"{failure.strerror} (while attempting to bind on address {address!r})") from None
        server.listen() if backlog is None else server.listen(backlog)
        return server
    except error:
        server.close()
        raise
