import socket
import threading
import time

a, b = socket.socketpair()
a.settimeout(0.05)
start = time.monotonic()
for body in (lambda: a.recv(1), lambda: a.recv_into(bytearray(1)), lambda: a.recvfrom(1)):
    try:
        body()
    except TimeoutError as error:
        print(type(error).__name__, error, error.errno)
print(0.15 <= time.monotonic() - start < 30)
try:
    a.sendall(bytes(10_000_000))
except TimeoutError as error:
    print("sendall", error)
print(a.gettimeout(), a.getblocking(), a.timeout)
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
server.settimeout(0.01)
try:
    server.accept()
except socket.timeout as error:
    print("accept", error)
server.settimeout(30)
client = socket.create_connection(server.getsockname(), timeout=30)
connection, _ = server.accept()
print(client.gettimeout(), connection.gettimeout(), connection.getblocking())


def later():
    time.sleep(0.02)
    connection.sendall(b"in time")


thread = threading.Thread(target=later)
thread.start()
print(client.recv(100))
thread.join()
socket.setdefaulttimeout(7.5)
with socket.socket() as s:
    print(s.gettimeout(), socket.getdefaulttimeout())
    s.setblocking(True)
    print(s.gettimeout())
    s.setblocking(False)
    print(s.gettimeout(), s.getblocking())
    s.settimeout(0)
    print(s.gettimeout())
    s.settimeout(1)
    print(s.gettimeout())
socket.setdefaulttimeout(None)
print(socket.socket(type=socket.SOCK_STREAM | socket.SOCK_NONBLOCK).gettimeout())
