import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
print(address[0], address[1] > 0, server.family, repr(server.type), server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
lock = threading.Lock()
served = []


def serve(connection):
    with connection:
        while line := connection.recv(1000):
            connection.sendall(line.upper())
            with lock:
                served.append(line)


def accept(count):
    threads = []
    for _ in range(count):
        connection, peer = server.accept()
        assert peer[0] == "127.0.0.1" and connection.getpeername() == peer
        threads.append(threading.Thread(target=serve, args=(connection,)))
        threads[-1].start()
    for thread in threads:
        thread.join()


CLIENTS = 8
accepting = threading.Thread(target=accept, args=(CLIENTS,))
accepting.start()
answers = [None] * CLIENTS


def ask(index):
    with socket.create_connection(address, timeout=30) as client:
        answer = []
        for round in range(20):
            client.sendall(f"client {index} round {round}".encode())
            answer.append(client.recv(1000))
        answers[index] = answer


clients = [threading.Thread(target=ask, args=(index,)) for index in range(CLIENTS)]
for thread in clients:
    thread.start()
for thread in clients:
    thread.join()
accepting.join()
print(all(answers[i] == [f"CLIENT {i} ROUND {r}".encode() for r in range(20)] for i in range(CLIENTS)))
print(len(served), sorted(served)[:2])

# Options, and a connection in halves.
with socket.create_connection(address) as client:
    connection, _ = server.accept()
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print(client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    print(client.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
    client.sendall(b"last words")
    client.shutdown(socket.SHUT_WR)
    print(connection.recv(100), connection.recv(100))
    connection.sendall(b"answer")
    connection.close()
    print(client.recv(100), client.recv(100))

# Closed by the other side, with data that nobody read.
client = socket.create_connection(address)
connection, _ = server.accept()
client.sendall(b"never read")
connection.recv(1)
connection.close()
try:
    while client.recv(10):
        pass
    print("end")
except ConnectionResetError as error:
    print(error)
client.close()
server.close()
try:
    socket.create_connection(address, timeout=5)
except ConnectionRefusedError as error:
    print(error)
