import select
import socket


def attempt(*bodies):
    for body in bodies:
        try:
            print(body())
        except Exception as error:
            print(type(error).__name__, error)


a, b = socket.socketpair()
e = select.epoll()
attempt(
    lambda: e.register(a), lambda: e.register(a), lambda: [(fd == a.fileno(), mask) for fd, mask in e.poll(0)],
    lambda: e.modify(a, select.EPOLLIN | select.EPOLLET), lambda: e.poll(timeout=0.001, maxevents=5),
    lambda: b.send(b"x"), lambda: [mask for _, mask in e.poll()], lambda: e.poll(0), lambda: e.poll(maxevents=0),
    lambda: e.poll(0, -2), lambda: e.poll("a"), lambda: e.unregister(a), lambda: e.unregister(a), lambda: e.modify(b, 1),
    lambda: e.closed, lambda: e.fileno() > 2, lambda: e.close(), lambda: e.close(), lambda: e.closed, lambda: e.fileno(),
    lambda: e.register(a), lambda: e.poll(0), lambda: e.register("a"), lambda: e.unregister(-1))
attempt(lambda: select.epoll(-2), lambda: select.epoll(0), lambda: select.epoll(1, 77), lambda: select.epoll.fromfd("a"))
with select.epoll() as inner:
    print(inner.poll(0.001), repr(inner)[:21])
    inner.register(b.fileno(), select.EPOLLOUT | select.EPOLLONESHOT)
    print(len(inner.poll()), inner.poll(0.001))
print(inner.closed)
attempt(lambda: inner.__enter__(), lambda: select.error)
print([(name, getattr(select, name)) for name in dir(select) if name.startswith("EPOLL")])
