"""concurrent.futures: map order, exceptions, callbacks, as_completed, wait, cancel, timeouts."""
import concurrent.futures as cf
import threading
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, as_completed, wait

def work(n):
    if n == 3: raise ValueError(f"bad {n}")
    return n * n

with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    print(list(pool.map(work, [1, 2, 4])), list(pool.map(pow, [2, 3], [5, 2])))
    fs = {pool.submit(work, n): n for n in range(6)}
    out = {}
    for f in as_completed(fs):
        try: out[fs[f]] = f.result()
        except ValueError as e: out[fs[f]] = repr(e)
    print(sorted(out.items()))
    try: list(pool.map(work, range(5)))
    except ValueError as e: print("map:", e)
    f = pool.submit(lambda: threading.current_thread().name)
    print(f.result().startswith("pool_"), f.done(), f.running(), f.cancelled(), f.exception(), f.cancel())
    g = pool.submit(work, 3)
    print(repr(g.exception()), g.done())
    gate = threading.Event()
    blocked = [pool.submit(gate.wait) for _ in range(3)]
    queued = pool.submit(work, 9)
    print(queued.cancel(), queued.cancelled(), queued.cancel())
    try: queued.result()
    except cf.CancelledError as e: print("cancelled", repr(e))
    try: blocked[0].result(timeout=0.01)
    except TimeoutError as e: print("timeout", type(e) is cf.TimeoutError)
    done, pending = wait(blocked, timeout=0.01)
    print(len(done), len(pending))
    gate.set()
    done, pending = wait(blocked)
    print(len(done), len(pending), {f.result() for f in done})
    calls = []
    h = pool.submit(work, 5); h.add_done_callback(lambda f: calls.append(f.result())); h.result()
    wait([h]); h.add_done_callback(lambda f: calls.append("late"))
    done, _ = wait([pool.submit(work, n) for n in (1, 2)], return_when=FIRST_EXCEPTION); print(len(done) >= 1)
print(calls)
try: pool.submit(work, 1)
except RuntimeError as e: print(e)
f = Future(); f.set_result(1)
try: f.set_result(2)
except cf.InvalidStateError as e: print(type(e).__name__)
p = Future(); print(p, p.set_running_or_notify_cancel(), p.running()); p.set_exception(KeyError("k"))
try: p.result()
except KeyError as e: print(repr(e))
counter = 0
lock = threading.Lock()
def bump(_):
    global counter
    for _ in range(100):
        with lock: counter += 1
with ThreadPoolExecutor(4) as pool: list(pool.map(bump, range(8)))
print(counter)
def recurse(pool, n): return n if n < 2 else n + pool.submit(lambda: n).result()
with ThreadPoolExecutor(2) as pool: print(recurse(pool, 5))
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
