import socket

one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
two = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(("127.0.0.1", 0))
two.bind(("localhost", 0))
print(one.sendto(b"first", two.getsockname()), one.sendto(b"second", 0, two.getsockname()))
data, sender = two.recvfrom(100)
print(data, sender == one.getsockname())
buffer = bytearray(10)
count, sender = two.recvfrom_into(buffer)
print(count, buffer, sender == one.getsockname())
one.connect(two.getsockname())
print(one.send(b"third"), two.recv(2), one.getpeername() == two.getsockname())
print(one.send(b""), two.recv(10))
two.settimeout(0.01)
try:
    two.recv(10)
except TimeoutError as error:
    print(error)
try:
    one.send(b"x" * 70000)
except OSError as error:
    print(error)
two.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
print(two.getsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST), two.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
one.close()
two.close()
