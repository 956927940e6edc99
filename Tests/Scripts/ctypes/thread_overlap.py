# Others run while a thread waits in C: each waits for what the other does, round after round.
import os
import threading
from ctypes import *
c = CDLL(None)
c.read.argtypes = c.write.argtypes = [c_int, c_char_p, c_size_t]
c.read.restype = c.write.restype = c_ssize_t
to_thread, from_main = os.pipe()
to_main, from_thread = os.pipe()
rounds = 200
def answer():
    byte = create_string_buffer(1)
    for _ in range(rounds):
        if c.read(to_thread, byte, 1) != 1 or c.write(from_thread, byte, 1) != 1:
            break
t = threading.Thread(target=answer)
t.start()
answers = b""
for i in range(rounds):
    os.write(from_main, bytes([i]))
    answers += os.read(to_main, 1)
t.join()
print(answers == bytes(range(rounds)))
