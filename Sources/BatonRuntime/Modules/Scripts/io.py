"""Streams: files, memory that is read and written as a file, and text over bytes."""

from _io import *
from _io import DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding",
]

BlockingIOError = BlockingIOError


def open_code(path):
    """Open a file that holds code."""
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2):
    """The encoding that a file gets where none is given."""
    return "locale" if encoding is None else encoding


class BufferedRWPair(BufferedIOBase):
    """Two raw streams as one that reads from the first and writes to the second: the two directions of a socket."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1):
        return self.reader.read(-1 if size is None else size)

    def read1(self, size=-1):
        return self.reader.read1(size)

    def readinto(self, buffer):
        return self.reader.readinto(buffer)

    def readinto1(self, buffer):
        return self.reader.readinto1(buffer)

    def readline(self, size=-1):
        return self.reader.readline(size)

    def peek(self, size=0):
        return self.reader.peek(size)

    def readable(self):
        return self.reader.readable()

    def write(self, data):
        return self.writer.write(data)

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed
