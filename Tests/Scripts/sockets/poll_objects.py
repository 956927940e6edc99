import select
import socket


def attempt(*bodies):
    for body in bodies:
        try:
            print(body())
        except Exception as error:
            print(type(error).__name__, error)


a, b = socket.socketpair()
p = select.poll()
fd = a.fileno()
attempt(
    lambda: p.register(a), lambda: p.poll(0) == [(fd, select.POLLOUT)], lambda: p.modify(b, 1),
    lambda: p.modify(a, select.POLLIN), lambda: p.poll(0), lambda: p.poll("a"), lambda: p.register(a, -1),
    lambda: p.register(a, 1 << 17), lambda: p.register(a, "s"), lambda: p.register(-1), lambda: p.register(object()),
    lambda: p.poll(1, 2), lambda: type(p)())
b.send(b"x")
attempt(
    lambda: p.poll(10.5) == [(fd, select.POLLIN)], lambda: p.poll(-1) == [(fd, 1)], lambda: p.poll(None) == [(fd, 1)],
    lambda: p.unregister(a), lambda: p.poll(1), lambda: repr(p)[:12])
try:
    p.unregister(a)
except KeyError as error:
    print(error.args == (fd,))
p.register(a, select.POLLIN | select.POLLHUP)
a.recv(1)
b.close()
print([(number == fd, bin(events)) for number, events in p.poll()])
a.close()
print([(number == fd, events == select.POLLNVAL) for number, events in p.poll(0)])
print([(name, getattr(select, name)) for name in dir(select) if name.startswith("POLL")], select.PIPE_BUF)
