"""PEP 475: a signal's handler runs, and the call goes on, unless the handler raises."""

import select
import signal
import socket
import threading
import time

signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
came = threading.Event()
log = []


def note(number, frame):
    log.append(int(number))
    came.set()


class Enough(Exception):
    pass


def enough(number, frame):
    raise Enough


def feeder(action):
    """A thread that acts once the handler has run."""

    def run():
        came.wait()
        action()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def goes_on(name, action, body):
    came.clear()
    log.clear()
    signal.signal(signal.SIGALRM, note)
    thread = feeder(action)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    print(name, body(), len(log))
    thread.join()


def ends(name, body):
    signal.signal(signal.SIGALRM, enough)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        print(name, body())
    except Enough:
        print(name, "ended by the handler")


left, right = socket.socketpair()
server = socket.create_server(("127.0.0.1", 0))


def connect():
    socket.create_connection(server.getsockname()).close()


def drain():
    rest = 5_000_000
    while rest:
        rest -= len(right.recv(65536))


goes_on("recv", lambda: right.send(b"r"), lambda: left.recv(10))
goes_on("recv_into", lambda: right.send(b"i"), lambda: left.recv_into(bytearray(10)))
goes_on("recvfrom", lambda: right.send(b"f"), lambda: left.recvfrom(10))
goes_on("accept", connect, lambda: server.accept()[1][0])
goes_on("sendall", drain, lambda: left.sendall(bytes(5_000_000)))
goes_on("select", lambda: right.send(b"s"), lambda: len(select.select([left], [], [])[0]))
left.recv(10)
poll = select.poll()
poll.register(left, select.POLLIN)
goes_on("poll", lambda: right.send(b"p"), lambda: len(poll.poll()))
left.recv(10)
with select.epoll() as epoll:
    epoll.register(left, select.EPOLLIN)
    goes_on("epoll", lambda: right.send(b"e"), lambda: len(epoll.poll()))
    left.recv(10)
    ends("epoll", lambda: epoll.poll())
left.settimeout(100)
goes_on("recv with a timeout", lambda: right.send(b"t"), lambda: left.recv(10))
ends("recv with a timeout", lambda: left.recv(10))
left.settimeout(None)
ends("recv", lambda: left.recv(10))
ends("recv_into", lambda: left.recv_into(bytearray(3)))
ends("accept", lambda: server.accept())
ends("sendall", lambda: left.sendall(bytes(5_000_000)))
ends("select", lambda: select.select([], [], [], 100))
poll.unregister(left)
ends("poll", lambda: poll.poll(100_000))
ends("sleep", lambda: time.sleep(100))
signal.signal(signal.SIGALRM, note)
signal.setitimer(signal.ITIMER_REAL, 0.01)
start = time.monotonic()
print(select.select([], [], [], 0.05), time.monotonic() - start >= 0.05)
signal.setitimer(signal.ITIMER_REAL, 0.01)
start = time.monotonic()
time.sleep(0.05)
print(time.monotonic() - start >= 0.05)
