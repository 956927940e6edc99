"""Waiting in C does not keep other threads from running: usleep and getaddrinfo on several threads at once."""

import sys
import threading
import time
from ctypes import (CDLL, POINTER, Structure, byref, c_char_p, c_int, c_uint, c_ushort, c_void_p, c_ubyte, cast)

libc = CDLL(None)
libc.usleep.argtypes = [c_uint]


class addrinfo(Structure):
    pass


addrinfo._fields_ = [
    ("flags", c_int), ("family", c_int), ("socktype", c_int), ("protocol", c_int), ("addrlen", c_uint),
    ("addr", c_void_p), ("canonname", c_char_p), ("next", POINTER(addrinfo))]


class sockaddr_in(Structure):
    _fields_ = [("family", c_ushort), ("port", c_ushort), ("address", c_ubyte * 4)]


libc.getaddrinfo.argtypes = [c_char_p, c_char_p, POINTER(addrinfo), POINTER(POINTER(addrinfo))]
libc.freeaddrinfo.argtypes = [POINTER(addrinfo)]
libc.freeaddrinfo.restype = None


def together(count, body):
    """Run `body` on so many threads; the time until the last has ended."""
    threads = [threading.Thread(target=body) for _ in range(count)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def nap():
    for _ in range(10):
        libc.usleep(10_000)


def resolve(host=b"localhost"):
    AF_INET = 2
    hints, found = addrinfo(family=AF_INET), POINTER(addrinfo)()
    status = libc.getaddrinfo(host, b"80", byref(hints), byref(found))
    if status != 0:
        return f"getaddrinfo: {status}"
    address = cast(found.contents.addr, POINTER(sockaddr_in)).contents
    text = ".".join(map(str, address.address))
    libc.freeaddrinfo(found)
    return text


one = together(1, nap)
four = together(4, nap)
print(f"usleep, 10 x 10 ms: {one * 1e3:.0f} ms on one thread, {four * 1e3:.0f} ms on four at once", file=sys.stderr)
print("four threads sleep together:", four < 3 * one)

answers = []
together(4, lambda: answers.append(resolve()))
assert answers == ["127.0.0.1"] * 4, answers
print("getaddrinfo from four threads:", answers[0])
