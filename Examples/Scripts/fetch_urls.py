"""Fetch ten URLs from a local server that answers after 100 ms: one after the other, and in ten threads."""

import socket
import threading
import time

LATENCY = 0.1
COUNT = 10


def answer(connection):
    with connection:
        request = b""
        while b"\r\n\r\n" not in request:
            part = connection.recv(4096)
            if not part:
                return
            request += part
        path = request.split()[1].decode()
        time.sleep(LATENCY)
        body = f"this is {path}\n".encode()
        head = f"HTTP/1.0 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        connection.sendall(head + body)


def serve(listener):
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return  # closed
        threading.Thread(target=answer, args=(connection,), daemon=True).start()


def fetch(address, path):
    with socket.create_connection(address) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
        response = b""
        while part := connection.recv(4096):
            response += part
    head, _, body = response.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.0 200"):
        raise OSError(f"{path}: {head[:40]!r}")
    return body.decode()


def one_after_the_other(address, paths):
    return [fetch(address, path) for path in paths]


def in_threads(address, paths):
    results = [None] * len(paths)

    def run(index):
        results[index] = fetch(address, paths[index])

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(paths))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def timed(function, *arguments):
    start = time.perf_counter()
    result = function(*arguments)
    return result, time.perf_counter() - start


def main():
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", 0))
    listener.listen(COUNT)
    server = threading.Thread(target=serve, args=(listener,), daemon=True)
    server.start()
    address = listener.getsockname()
    paths = [f"/page/{number}" for number in range(COUNT)]
    first, alone = timed(one_after_the_other, address, paths)
    second, together = timed(in_threads, address, paths)
    listener.close()
    print(first[0], end="")
    print("same pages:", first == second)
    print(f"one after the other: {alone:.2f} s")
    print(f"in {COUNT} threads: {together:13.2f} s, {alone / together:.1f} times as fast")
    print("Notice: a thread that waits for the network has put the lock down, so all ten wait at the same time.")


main()
