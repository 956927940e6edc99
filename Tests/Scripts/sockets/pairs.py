import socket
import threading

a, b = socket.socketpair()
print(a.family, repr(a.type), a.proto, a.getsockname() == "", a.gettimeout(), a.getblocking())
print(a.send(b"hello"), b.recv(2), b.recv(100), a.sendall(b"x" * 10), b.recvfrom(100))
a.sendall(bytearray(b"abc"))
a.sendall(memoryview(b"defg")[1:3])
print(b.recv(100))
buffer = bytearray(8)
a.send(b"into")
print(b.recv_into(buffer), buffer)
a.send(b"more")
print(b.recv_into(memoryview(buffer)[4:], 2), buffer, b.recvfrom_into(buffer), buffer)
a.send(b"peek")
print(b.recv(2, socket.MSG_PEEK), b.recv(9))
print(b.recv_into(bytearray(0)), b.recv(0))
data = bytes(range(256)) * 8192  # more than the system buffers


def receive():
    got = bytearray()
    while part := b.recv(65536):
        got += part
    print(len(got), bytes(got) == data)


reader = threading.Thread(target=receive)
reader.start()
a.sendall(data)
a.shutdown(socket.SHUT_WR)
reader.join()
b.send(b"the other way is open")
print(a.recv(100))
b.close()
print(a.recv(100))
try:
    a.send(b"x")
except BrokenPipeError as error:
    print(error)
a.close()
left, right = socket.socketpair(type=socket.SOCK_DGRAM)
left.send(b"one")
left.send(b"two and more")
print(right.recv(100), right.recv(3), repr(right.type))
with left, right:
    copy = right.dup()
    print(copy.fileno() != right.fileno(), copy.type == right.type)
    left.send(b"three")
    print(copy.recv(10))
    copy.close()
print(left.fileno(), right.fileno(), left)
c, d = socket.socketpair()
number = c.detach()
print(number > 2, c.fileno(), c.detach())
again = socket.socket(fileno=number)
print(repr(again.family), repr(again.type), again.proto)
again.send(b"detached")
print(d.recv(20))
e = socket.fromfd(again.fileno(), socket.AF_UNIX, socket.SOCK_STREAM)
again.close()
e.send(b"copied")
print(d.recv(20))
e.close()
print(d.recv(1))
d.close()
