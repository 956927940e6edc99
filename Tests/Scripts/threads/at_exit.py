import atexit
import threading
import time

atexit.register(print, "atexit first registered")
atexit.register(lambda: print("atexit last registered"))
gate = threading.Event()


def slow():
    gate.wait(5)
    time.sleep(0.02)
    print("thread done")


def daemon():
    while True:
        time.sleep(0.01)


threading.Thread(target=slow).start()
threading.Thread(target=daemon, daemon=True).start()
print("main done")
gate.set()
