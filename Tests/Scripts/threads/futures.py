import threading
from concurrent.futures import (
    ALL_COMPLETED, FIRST_COMPLETED, CancelledError, Future, InvalidStateError, ThreadPoolExecutor, TimeoutError, as_completed, wait,
)

with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(pow, n, 2) for n in range(5)]
    print([f.result() for f in futures], list(pool.map(lambda a, b: a + b, [1, 2], [3, 4])))
    print(sorted(f.result() for f in as_completed(futures)))
    bad = pool.submit(lambda: 1 / 0)
    print(type(bad.exception()).__name__)
    try:
        bad.result()
    except ZeroDivisionError as error:
        print(error)
    done, rest = wait(futures + [bad], return_when=ALL_COMPLETED)
    print(len(done), len(rest))
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
gate = threading.Event()
with ThreadPoolExecutor(1, thread_name_prefix="only") as pool:
    first = pool.submit(lambda: (gate.wait(), threading.current_thread().name)[1])
    second = pool.submit(lambda: "never")
    print(second.cancel(), second.cancelled(), second.done(), first.done())
    try:
        first.result(timeout=0.01)
    except TimeoutError:
        print("timeout")
    gate.set()
    done, rest = wait([first], return_when=FIRST_COMPLETED)
    print(len(done), len(rest))
    print(first.result(), first.cancel(), first.running())
    try:
        second.result()
    except CancelledError:
        print("cancelled")
called = []
f = Future()
f.add_done_callback(lambda done: called.append(done.result()))
f.set_result(5)
f.add_done_callback(lambda done: called.append("late"))
print(called, f.result(), f.exception(), f.done())
try:
    f.set_result(6)
except InvalidStateError:
    print("set twice")
ready = []
with ThreadPoolExecutor(2, initializer=lambda v: ready.append(v), initargs=("go",)) as pool:
    pool.submit(int).result()
print(ready[0])
try:
    ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
try:
    list(ThreadPoolExecutor(2).map(int, ["1", "x"]))
except ValueError as error:
    print(error)
