"""Plain HTTP by hand: a server of three paths, and a client that knows lengths, chunks and the end of the connection."""

import socket
import threading

PAGES = {"/length": b"with a length", "/chunks": b"in chunks, " * 20, "/end": b"until the end"}


def answer(connection):
    with connection, connection.makefile("rb") as request:
        method, path, _ = request.readline().split()
        while request.readline() not in (b"\r\n", b""):
            pass
        body = PAGES.get(path.decode())
        if body is None:
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        elif path == b"/length":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        elif path == b"/chunks":
            connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for at in range(0, len(body), 50):
                part = body[at : at + 50]
                connection.sendall(b"%x\r\n" % len(part) + part + b"\r\n")
            connection.sendall(b"0\r\n\r\n")
        else:
            connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n" + body)


def fetch(address, path):
    with socket.create_connection(address, timeout=30) as connection, connection.makefile("rb") as response:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode("ascii"))
        _, status, *_ = response.readline().split()
        headers = {}
        while (line := response.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            headers[name.lower().decode()] = value.strip().decode()
        if "content-length" in headers:
            return int(status), response.read(int(headers["content-length"]))
        if headers.get("transfer-encoding") == "chunked":
            parts = []
            while size := int(response.readline(), 16):
                parts.append(response.read(size))
                response.readline()
            return int(status), b"".join(parts)
        return int(status), response.read()


with socket.create_server(("localhost", 0)) as server:

    def serve():
        for _ in range(len(PAGES) + 1):
            answer(server.accept()[0])

    thread = threading.Thread(target=serve)
    thread.start()
    for path in [*PAGES, "/missing"]:
        status, body = fetch(server.getsockname()[:2], path)
        print(path, status, len(body), body[:20], body == PAGES.get(path, b""))
    thread.join()
