# sendmsg, recvmsg and recvmsg_into: several buffers, flags, addresses, and descriptors sent along.
import os
import socket
import struct


def tried(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        result = f"{type(error).__name__} {error}"
    print(function.__name__, arguments if not any(isinstance(a, (bytearray, list)) for a in arguments) else "...", "->", result)


a, b = socket.socketpair()
print(a.sendmsg([b"one ", bytearray(b"two "), memoryview(b"three")]), b.recvmsg(100))
print(a.sendmsg((b"x" * 5,)), b.recvmsg(3), b.recvmsg(100, 64))
print(a.sendmsg(iter([b"iter", b"ator"]), [], 0, None), b.recv(100))
print(a.sendmsg([]), a.sendmsg([b""]))
a.sendmsg([b"abcdefghij"])
first, second = bytearray(4), bytearray(10)
print(b.recvmsg_into([first, memoryview(second)[2:]]), first, second)
a.send(b"peeked")
print(b.recvmsg(10, 0, socket.MSG_PEEK)[0], b.recvmsg(10)[0])
print(socket.CMSG_LEN(0), socket.CMSG_LEN(4), socket.CMSG_LEN(9), socket.CMSG_SPACE(0), socket.CMSG_SPACE(4), socket.CMSG_SPACE(9))
for bad in [(-1,), (2**31,), ("x",), (2**70,)]:
    tried(socket.CMSG_LEN, *bad)
    tried(socket.CMSG_SPACE, *bad)

reading, writing = os.pipe()
rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, struct.pack("i", writing))]
print(a.sendmsg([b"take"], rights))
data, items, flags, address = b.recvmsg(10, socket.CMSG_SPACE(4))
print(data, [(level == socket.SOL_SOCKET, kind == socket.SCM_RIGHTS, len(rest)) for level, kind, rest in items], flags, address)
received = struct.unpack("i", items[0][2])[0]
os.write(received, b"through the copy")
print(received != writing, os.read(reading, 100))
os.close(received)
print(socket.send_fds(a, [b"two"], [reading, writing]))
data, fds, flags, address = socket.recv_fds(b, 10, 5)
print(data, len(fds), flags, address)
os.write(fds[1], b"again")
print(os.read(fds[0], 100))
for fd in fds:
    os.close(fd)
socket.send_fds(a, [b"cut"], [reading, writing])
data, items, flags, address = b.recvmsg(10, socket.CMSG_LEN(4))
print(data, len(items), [len(item[2]) for item in items], bool(flags & socket.MSG_CTRUNC))
for level, kind, rest in items:
    for fd in struct.unpack(f"{len(rest) // 4}i", rest):
        os.close(fd)
os.close(reading)
os.close(writing)

for bad in [(5,), ([5],), (["text"],), ([b"x"], 5), ([b"x"], [5]), ([b"x"], [(1, 2)]), ([b"x"], [(1, 2, 3)]), ([b"x"], [("a", 2, b"")]), (), ([b"x"], [], "flag"), ([b"x"], [], 0, 5, 6)]:
    tried(a.sendmsg, *bad)
for bad in [(-1,), ("x",), (), (1, -1), (1, 2, 3, 4)]:
    tried(b.recvmsg, *bad)
for bad in [(5,), ([b"fixed"],), ([5],), ()]:
    tried(b.recvmsg_into, *bad)
a.close()
print(b.recvmsg(10))
tried(a.sendmsg, [b"x"])
b.close()

one, two = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
for end in (one, two):
    end.bind(("127.0.0.1", 0))
print(one.sendmsg([b"data", b"gram"], [], 0, two.getsockname()))
data, items, flags, address = two.recvmsg(100, 100)
print(data, items, flags, address == one.getsockname())
one.sendto(b"too long for it", two.getsockname())
data, items, flags, address = two.recvmsg(4)
print(data, bool(flags & socket.MSG_TRUNC))
two.setblocking(False)
tried(two.recvmsg, 10)
two.settimeout(0.01)
tried(two.recvmsg, 10)
tried(one.sendmsg, [b"x"], [], 0, ("127.0.0.1", "port"))
one.close()
two.close()
