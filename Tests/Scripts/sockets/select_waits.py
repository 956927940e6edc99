import select
import socket
import threading
import time


def attempt(*bodies):
    for body in bodies:
        try:
            print(body())
        except Exception as error:
            print(type(error).__name__, error)


a, b = socket.socketpair()
print(select.select([a], [b], [], 0) == ([], [b], []), select.select((), (), (), 0.001), select.select([a], [], [a], 0.01))
attempt(
    lambda: select.select(1, [], []), lambda: select.select([], 1, []), lambda: select.select([], [], 1),
    lambda: select.select([object()], [], [], 0), lambda: select.select([-1], [], [], 0),
    lambda: select.select([], [], [], -1), lambda: select.select([], [], [], "a"), lambda: select.select([]),
    lambda: select.select(iter([a.fileno()]), (), (), 0.001), lambda: select.select([], [], [], float("nan")),
    lambda: select.select(["a"], [], [], 0), lambda: select.select([2**40], [], [], 0),
    lambda: select.select([], [], [], 1e300))
a.send(b"x")
readable, writable, _ = select.select([a, b, b.fileno()], [a, b], [])
print([item is b or item == b.fileno() for item in readable], len(writable))
b.recv(1)


def later():
    time.sleep(0.02)
    a.send(b"y")


thread = threading.Thread(target=later)
thread.start()
print(select.select([b], [], [], 30)[0] == [b], b.recv(5))
thread.join()
a.close()
print(select.select([b], [], [], 0)[0] == [b], b.recv(5))
b.close()
attempt(lambda: select.select([b], [], [], 0))


class File:
    def fileno(self):
        return "no number"


attempt(lambda: select.select([File()], [], [], 0))
