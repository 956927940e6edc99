import socket


def attempt(*bodies):
    for body in bodies:
        try:
            print(body())
        except Exception as error:
            print(type(error).__name__, error)


s = socket.socket()
attempt(
    lambda: s.settimeout("a"), lambda: s.settimeout(-1), lambda: s.settimeout(float("nan")),
    lambda: s.settimeout(1e300), lambda: s.settimeout(10**30), lambda: s.setblocking([]))
s.settimeout(None)
attempt(
    lambda: s.bind("x"), lambda: s.bind(("127.0.0.1",)), lambda: s.bind(("127.0.0.1", 70000)),
    lambda: s.bind((1, 7)), lambda: s.bind(("127.0.0.1", "a")), lambda: s.bind(("a\0b", 1)), lambda: s.bind())
attempt(
    lambda: s.recv(-1), lambda: s.recv("a"), lambda: s.recv(1), lambda: s.recv(), lambda: s.recv(1, 2, 3),
    lambda: s.recv_into(b"aa"), lambda: s.recv_into(bytearray(2), 5), lambda: s.recv_into(bytearray(2), -5),
    lambda: s.recv_into(), lambda: s.recvfrom(-3), lambda: s.recvfrom_into(bytearray(2), 3))
attempt(
    lambda: s.send("a"), lambda: s.send(b""), lambda: s.send(), lambda: s.sendall("x"), lambda: s.sendto(b""),
    lambda: s.sendto(b"", 1, 2, 3), lambda: s.sendto(b"", 5))
attempt(
    lambda: s.getsockopt(1), lambda: s.getsockopt(1, 2, 5000), lambda: s.getsockopt(1, 2, -1),
    lambda: s.setsockopt(1, 2), lambda: s.setsockopt(1, 2, "a"), lambda: s.setsockopt(1, 2, None),
    lambda: s.setsockopt(1, 2, 1, 3), lambda: s.setsockopt(1, 2, None, 3), lambda: s.getsockopt(-1, -1))
attempt(
    lambda: s.shutdown("a"), lambda: s.shutdown(1), lambda: s.listen("a"), lambda: s.listen(1, 2),
    lambda: s.getpeername(), lambda: s.fileno() > 2, lambda: repr(s)[:15], lambda: s.family, lambda: repr(s.type))
attempt(lambda: s.close(), lambda: s.close(), lambda: s.fileno(), lambda: s.recv(1), lambda: s.send(b"x"), lambda: repr(s))
attempt(
    lambda: socket.socket(-1, -1, -1, -1), lambda: socket.socket(-1, -1, -1, "a"), lambda: socket.socket(99),
    lambda: socket.socket("a"), lambda: socket.socket(foo=1), lambda: socket.socket(type=77))
attempt(lambda: socket.close(-1), lambda: socket.close("a"), lambda: socket.dup(-1), lambda: socket.socketpair(99))
attempt(lambda: socket.setdefaulttimeout(-1), lambda: socket.setdefaulttimeout("x"), lambda: socket.getdefaulttimeout())
print(socket.timeout is TimeoutError, socket.error is OSError, issubclass(socket.gaierror, OSError), socket.gaierror, socket.herror)
with socket.socket() as listener:
    listener.bind(("127.0.0.1", 0))
    free = listener.getsockname()  # nobody listens here
with socket.socket() as s:
    attempt(lambda: s.connect(free), lambda: s.connect_ex(free))
attempt(lambda: socket.create_connection(free))
with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as other:
    address = server.getsockname()
    try:
        other.bind(address)
    except OSError as error:
        print(error.errno, error.strerror)
    with socket.create_connection(address) as first:
        attempt(lambda: first.connect(address), lambda: first.connect_ex(address))
try:
    socket.create_server(("203.0.113.1", 80))
except OSError as error:
    print(error.errno, error)
attempt(lambda: socket.create_server(("", 0), dualstack_ipv6=True))
