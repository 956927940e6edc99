"""Echo round trips a second of a server thread, beside a busy thread and beside a busy process: prints both rates.

The client is a process of its own. Phases take turns, so that other load on the machine falls on both.
"""

import os
import signal
import socket
import threading
import time

PHASES = 6
SECONDS = 0.2


def turn():
    count = 0
    for _ in range(1000):
        count += 1
    return count


def busy_process():
    child = os.fork()
    if child:
        return child
    while True:
        turn()


def client():
    """A process that sends a byte and waits for its echo, for a while: our end of the connection, its result, its number."""
    ours, theirs = socket.socketpair()
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        theirs.close()
        os.close(writer)
        return ours, reader, child
    ours.close()
    theirs.recv(1)
    rounds, end = 0, time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        theirs.sendall(b"x")
        theirs.recv(1)
        rounds += 1
    os.write(writer, str(rounds).encode())
    os._exit(0)


def serve(connection, reader, child):
    """Echo until the client ends: its round trips."""
    with connection:
        connection.sendall(b"!")
        while data := connection.recv(1):
            connection.sendall(data)
    rounds = int(os.read(reader, 100))
    os.close(reader)
    os.waitpid(child, 0)
    return rounds


def beside_process():
    other = busy_process()
    rounds = serve(*client())
    os.kill(other, signal.SIGKILL)
    os.waitpid(other, 0)
    return rounds


def beside_thread():
    ends = client()  # forked while there is one thread
    stop = []

    def busy():
        while not stop:
            turn()

    thread = threading.Thread(target=busy)
    thread.start()
    rounds = serve(*ends)
    stop.append(True)
    thread.join()
    return rounds


thread_rounds = process_rounds = 0
for _ in range(PHASES):
    thread_rounds += beside_thread()
    process_rounds += beside_process()
print(thread_rounds / (PHASES * SECONDS), process_rounds / (PHASES * SECONDS))
