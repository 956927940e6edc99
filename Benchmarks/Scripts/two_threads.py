"""Two busy threads against one thread that does both: prints the seconds of the one, then those of the two.

Phases take turns, so that other load on the machine falls on both.
"""

import threading
import time

PHASES = 4


def work():
    total = 0
    for i in range(10_000_000):
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
one = two = 0.0
for _ in range(PHASES):
    one += seconds(lambda: (work(), work()))
    two += seconds(in_threads)
print(one, two)
