"""The same work once, twice in a row, and twice in two threads: the lock lets one thread run script code at a time."""

import threading
import time


def cpu_work():
    total = 0
    for i in range(10_000_000):
        total += i
    return total


def timed(label, body):
    start = time.perf_counter()
    body()
    seconds = time.perf_counter() - start
    print(f"{label:<18}{seconds:8.3f} s")
    return seconds


def twice():
    cpu_work()
    cpu_work()


def two_threads():
    threads = [threading.Thread(target=cpu_work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


print("sum:", cpu_work())
timed("once", cpu_work)
in_a_row = timed("twice in a row", twice)
side_by_side = timed("in two threads", two_threads)
print(f"two threads / in a row: {side_by_side / in_a_row:.2f}")
print("Notice: two threads are no faster than one that does both, because script code holds the lock.")
