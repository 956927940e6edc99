"""Two busy threads against one thread that does both: prints the seconds of the one, then those of the two."""

import threading
import time


def work():
    total = 0
    for i in range(3_000_000):
        total += i
    return total


def seconds(body):
    start = time.perf_counter()
    body()
    return time.perf_counter() - start


def in_threads():
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


work()
print(seconds(lambda: (work(), work())), seconds(in_threads))
