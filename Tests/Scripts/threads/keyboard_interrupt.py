"""Ctrl-C in the main thread: out of every kind of loop and of every call that waits, alone and beside busy threads.

A thread sends the signal a little after the body has begun, and again until it has been seen: one that comes just before a
call waits does not end the wait.
"""

import itertools
import os
import queue
import select
import signal
import socket
import threading
import time

# A child to wait for, made before there are threads.
sleeper = os.fork()
if sleeper == 0:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    time.sleep(1000)
    os._exit(0)
begin = threading.Semaphore(0)
is_armed = False


def interrupt(number, frame):
    """Raise once for each body, however often the signal comes."""
    global is_armed
    if is_armed:
        is_armed = False
        signal.default_int_handler(number, frame)


def arm():
    global is_armed
    is_armed = True
    begin.release()


def send():
    while True:
        begin.acquire()
        while is_armed:
            time.sleep(0.02)
            os.kill(os.getpid(), signal.SIGINT)


signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
signal.signal(signal.SIGINT, interrupt)
threading.Thread(target=send, daemon=True).start()


def while_loop():
    while True:
        pass


def while_with_work():
    total = 0
    while True:
        total += 1
        if total > 10:
            total = 0
            continue


def for_loop():
    for _ in itertools.count():
        pass


def for_range():
    for _ in range(10**15):
        pass


def generator_expression():
    return sum(number & 1 for number in itertools.count())


def comprehension():
    return [None for number in itertools.count() if number < 0]


def calls():
    def step(number):
        return number

    while True:
        step(1)


def methods():
    items = []
    while True:
        items.append(1)
        items.clear()


def recursion():
    def walk(depth):
        if depth:
            walk(depth - 1)
            walk(depth - 1)

    walk(200)


def handlers():
    while True:
        try:
            raise ValueError
        except ValueError:
            pass
        finally:
            len("")


def locked_loop():
    lock = threading.Lock()
    while True:
        with lock:
            pass


def sleeping():
    time.sleep(100)


def lock_acquire():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def lock_with_timeout():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire(timeout=100)


def rlock_of_another():
    lock = threading.RLock()
    ready = threading.Event()

    def hold():
        with lock:
            ready.set()
            release.wait()

    release = threading.Event()
    thread = threading.Thread(target=hold, daemon=True)
    thread.start()
    try:
        ready.wait()
        arm()
        lock.acquire()
    finally:
        release.set()


def event_wait():
    threading.Event().wait()


def condition_wait():
    condition = threading.Condition()
    with condition:
        condition.wait(100)


def semaphore():
    threading.Semaphore(0).acquire()


def join():
    release = threading.Event()
    thread = threading.Thread(target=release.wait, daemon=True)
    thread.start()
    try:
        arm()
        thread.join()
    finally:
        release.set()


def queue_get():
    queue.Queue().get()


def queue_put():
    full = queue.Queue(1)
    full.put(1)
    full.put(2)


def recv():
    left, right = socket.socketpair()
    with left, right:
        left.recv(1)


def recv_with_timeout():
    left, right = socket.socketpair()
    with left, right:
        left.settimeout(100)
        left.recv_into(bytearray(5))


def accept():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.accept()


def sendall():
    left, right = socket.socketpair()
    with left, right:
        left.sendall(bytes(10_000_000))


def makefile_read():
    left, right = socket.socketpair()
    with left, right, left.makefile("rb") as file:
        file.read(10)


def selecting():
    left, right = socket.socketpair()
    with left, right:
        select.select([left], [], [])


def polling():
    select.poll().poll(100_000)


def epolling():
    with select.epoll() as poller:
        poller.poll()


def os_read():
    reader, writer = os.pipe()
    try:
        os.read(reader, 1)
    finally:
        os.close(reader)
        os.close(writer)


def file_read():
    reader, writer = os.pipe()
    try:
        with open(reader) as file:
            file.read()
    finally:
        os.close(writer)


def standard_input(read):
    reader, writer = os.pipe()
    saved = os.dup(0)
    os.dup2(reader, 0)
    try:
        read()
    finally:
        os.dup2(saved, 0)
        for descriptor in (reader, writer, saved):
            os.close(descriptor)


def input_line():
    standard_input(input)


def waitpid():
    os.waitpid(sleeper, 0)


def pause():
    while True:
        signal.pause()


LOOPS = [
    while_loop, while_with_work, for_loop, for_range, generator_expression, comprehension, calls, methods, recursion,
    handlers, locked_loop,
]
WAITS = [
    sleeping, lock_acquire, lock_with_timeout, rlock_of_another, event_wait, condition_wait, semaphore, join, queue_get,
    queue_put, recv, recv_with_timeout, accept, sendall, makefile_read, selecting, polling, epolling, os_read, file_read,
    input_line, pause,
]


# Those whose set-up is not to be interrupted, which may leave a lock as it should not be.
ARM_THEMSELVES = [rlock_of_another, join]


def run(bodies, where):
    for body in bodies:
        try:
            if body not in ARM_THEMSELVES:
                arm()
            body()
            print(where, body.__name__, "went on")
        except KeyboardInterrupt:
            print(where, body.__name__, "interrupted")
        except BaseException as error:
            print(where, body.__name__, type(error).__name__, error)


run(LOOPS + WAITS + [waitpid], "alone:")
# A busy thread slows everything down, and CPython the most: the kinds, not all.
KINDS = [while_loop, for_loop, calls, sleeping, lock_acquire, join, queue_get, recv, selecting, os_read, input_line]
stop = False


def busy():
    while not stop:
        pass


thread = threading.Thread(target=busy)
thread.start()
run(KINDS, "beside a busy thread:")
stop = True
thread.join()
os.kill(sleeper, signal.SIGKILL)
print(os.WTERMSIG(os.waitpid(sleeper, 0)[1]))
