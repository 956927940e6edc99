import errno
import select
import socket

a, b = socket.socketpair()
a.setblocking(False)
for body in (lambda: a.recv(1), lambda: a.recv_into(bytearray(1)), lambda: a.recvfrom(5)):
    try:
        body()
    except BlockingIOError as error:
        print(error)
total = 0
try:
    while True:
        total += a.send(bytes(100_000))
except BlockingIOError as error:
    print(error.errno == errno.EAGAIN, total > 0)
server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
try:
    server.accept()
except BlockingIOError as error:
    print(error)
client = socket.socket()
client.setblocking(False)
print(client.connect_ex(server.getsockname()) in (0, errno.EINPROGRESS))
select.select([], [client], [])
print(client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
select.select([server], [], [])
connection, _ = server.accept()
print(connection.getblocking())
client.send(b"at once")
print(connection.recv(100))
