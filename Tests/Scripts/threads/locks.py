import _thread
import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
with lock:
    print("held", lock.locked())
try:
    lock.release()
except RuntimeError as error:
    print(error)
for call in (lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: lock.acquire(timeout=1e30)):
    try:
        call()
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
r = threading.RLock()
with r:
    with r:
        print(r.acquire(blocking=False), r._is_owned())
        r.release()
try:
    r.release()
except RuntimeError as error:
    print(error)
counter = 0


def add():
    global counter
    for _ in range(1000):
        with lock:
            counter += 1


threads = [threading.Thread(target=add) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter, str(type(lock)), _thread.error is RuntimeError, threading.TIMEOUT_MAX > 1e6)
result = []
r.acquire()
thread = threading.Thread(target=lambda: result.append(r.acquire(blocking=False)))
thread.start()
thread.join()
r.release()
print(result)
