import os
import socket
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "socket")
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen(1)
    print(server.getsockname() == path, os.path.exists(path))
    client = socket.socket(socket.AF_UNIX)
    client.connect(path.encode())
    connection, peer = server.accept()
    print(repr(peer), client.getpeername() == path, connection.getsockname() == path)
    client.sendall(b"over a path")
    print(connection.recv(100))
    for each in (client, connection, server):
        each.close()
    try:
        socket.socket(socket.AF_UNIX).connect(path)
    except ConnectionRefusedError as error:
        print(error)
    try:
        socket.socket(socket.AF_UNIX).bind(path)
    except OSError as error:
        print(error)
    os.unlink(path)
    try:
        socket.socket(socket.AF_UNIX).connect(path)
    except FileNotFoundError as error:
        print(error)
abstract = socket.socket(socket.AF_UNIX)
name = b"\0baton-test-%d" % os.getpid()
abstract.bind(name)
print(abstract.getsockname() == name)
for wrong in ("x" * 200, 3, None):
    try:
        abstract.bind(wrong)
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
