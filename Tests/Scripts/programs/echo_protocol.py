"""A line protocol over a socket pair with a server thread; framing, timeouts, makefile, select."""
import json
import select
import socket
import struct
import threading

class Server(threading.Thread):
    def __init__(self):
        super().__init__(name="server", daemon=True)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = self.listener.getsockname()
        self.store, self.lock = {}, threading.Lock()

    def run(self):
        while True:
            try: connection, _ = self.listener.accept()
            except OSError: return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with connection, connection.makefile("rwb") as stream:
            for line in stream:
                try:
                    verb, *args = line.decode().split()
                    reply = getattr(self, "on_" + verb.lower())(*args)
                except Exception as e:
                    reply = {"error": f"{type(e).__name__}: {e}"}
                data = json.dumps(reply, sort_keys=True).encode()
                stream.write(struct.pack("!I", len(data)) + data)
                stream.flush()

    def on_set(self, key, value):
        with self.lock: old = self.store.get(key); self.store[key] = value
        return {"old": old}
    def on_get(self, key): return {"value": self.store[key]}
    def on_add(self, *numbers): return {"sum": sum(map(float, numbers)), "n": len(numbers)}

class Client:
    def __init__(self, address):
        self.socket = socket.create_connection(address, timeout=10)
    def read(self, n):
        parts = []
        while n:
            part = self.socket.recv(min(n, 3))
            if not part: raise EOFError
            parts.append(part); n -= len(part)
        return b"".join(parts)
    def ask(self, text):
        self.socket.sendall(text.encode() + b"\n")
        size, = struct.unpack("!I", self.read(4))
        return json.loads(self.read(size))
    def __enter__(self): return self
    def __exit__(self, *_): self.socket.close()

server = Server(); server.start()
with Client(server.address) as c:
    for text in ("SET a 1", "set a 2", "GET a", "get nothing", "ADD 1 2.5", "add x", "jump", "", "set a"):
        print(repr(text), c.ask(text))
results = {}
def hammer(n):
    with Client(server.address) as c:
        for i in range(20): c.ask(f"set k{n} {i}")
        results[n] = c.ask(f"get k{n}")
threads = [threading.Thread(target=hammer, args=(n,)) for n in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(results.items()))
server.listener.close()
left, right = socket.socketpair()
print(select.select([right], [left], [], 0)[1] == [left], select.select([right], [], [], 0)[0])
left.send(b"ping"); print(select.select([right], [], [], 5)[0] == [right], right.recv(2), right.recv(10, socket.MSG_PEEK), right.recv(10))
right.settimeout(0.01)
try: right.recv(1)
except TimeoutError as e: print(type(e).__name__, e)
right.setblocking(False)
try: right.recv(1)
except BlockingIOError as e: print(type(e).__name__, e.errno is not None)
left.shutdown(socket.SHUT_WR); right.setblocking(True); print(right.recv(1)); left.close()
try: left.send(b"x")
except OSError as e: print(e)
right.close(); print(right.fileno(), left.fileno())
