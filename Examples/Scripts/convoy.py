"""An echo server beside a busy thread: the convoy.

A client in a process of its own sends a byte and waits for the echo. The server thread needs the lock for a few
microseconds a round; the busy thread never gives it up by itself. Under CPython, and under `baton --scheduler interval`, each
round waits for a whole switch interval; under `adaptive` the server is let in at the busy thread's next safe point.

usage: convoy.py [SECONDS]
Try:   python3 convoy.py;  baton --scheduler interval run convoy.py;  baton --scheduler adaptive run convoy.py
"""

import os
import socket
import sys
import threading
import time


def rounds_of_client(connection, seconds):
    """Send a byte and wait for its echo, for `seconds`; how often that went round."""
    connection.recv(1)  # the word to begin
    rounds = 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        connection.sendall(b"x")
        connection.recv(1)
        rounds += 1
    return rounds


def start_client(seconds):
    """A client in a process of its own, which shares no lock with the server: our socket, its result, its process."""
    ours, theirs = socket.socketpair()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        ours.close()
        os.write(writer, str(rounds_of_client(theirs, seconds)).encode())
        os._exit(0)
    theirs.close()
    os.close(writer)
    return ours, reader, child


def echo_rate(client, seconds):
    """Echo to the client until it ends: round trips a second."""
    connection, reader, child = client
    connection.sendall(b"!")
    while data := connection.recv(1):
        connection.sendall(data)
    connection.close()
    rounds = int(os.read(reader, 100))
    os.close(reader)
    os.waitpid(child, 0)
    return rounds / seconds


def main(arguments):
    seconds = float(arguments[0]) if arguments else 1.0
    first = start_client(seconds)  # both before there are threads
    second = start_client(seconds)
    alone = echo_rate(first, seconds)
    stop = threading.Event()
    turns = [0]

    def busy():
        while not stop.is_set():
            for _ in range(1000):
                turns[0] += 1

    thread = threading.Thread(target=busy)
    thread.start()
    beside = echo_rate(second, seconds)
    stop.set()
    thread.join()
    print(f"echo alone:                {alone:10.0f} round trips/s")
    print(f"echo beside a busy thread: {beside:10.0f} round trips/s, {100 * beside / alone:.1f} %")
    print(f"the busy thread meanwhile: {turns[0] / seconds / 1e6:10.2f} million turns/s")
    print("Notice: a round needs the lock for microseconds; what it costs is waiting until the busy thread lets go.")


main(sys.argv[1:])
