"""Workers, a queue, results in order; locks, events, conditions, thread-local data."""
import queue
import threading

jobs = queue.Queue(maxsize=4)
results = {}
lock = threading.Lock()
local = threading.local()
errors = queue.SimpleQueue()

def work(name):
    local.done = 0
    while (item := jobs.get()) is not None:
        try:
            value = 100 // (item - 5)
        except ZeroDivisionError as e:
            errors.put((item, repr(e)))
        else:
            with lock:
                results[item] = value
        finally:
            local.done += 1
            jobs.task_done()
    jobs.task_done()
    with lock:
        totals.append(local.done)

totals = []
workers = [threading.Thread(target=work, args=(f"w{i}",), name=f"worker-{i}") for i in range(3)]
for w in workers:
    w.start()
for i in range(12):
    jobs.put(i)
for _ in workers:
    jobs.put(None)
jobs.join()
for w in workers:
    w.join()
print(sorted(results.items()), errors.get(), errors.empty(), sum(totals), hasattr(local, "done"))

started, gate = threading.Event(), threading.Event()
seen = []
def waiter():
    started.set()
    gate.wait()
    seen.append("through")
t = threading.Thread(target=waiter, daemon=True)
t.start()
started.wait()
print(t.is_alive(), t.daemon, seen, gate.is_set())
gate.set()
t.join(10)
print(t.is_alive(), seen)

condition = threading.Condition()
turn = 0
order = []
def player(me, rounds):
    global turn
    for _ in range(rounds):
        with condition:
            condition.wait_for(lambda: turn % 3 == me)
            order.append(me)
            turn += 1
            condition.notify_all()
players = [threading.Thread(target=player, args=(i, 3)) for i in range(3)]
for p in reversed(players): p.start()
for p in players: p.join()
print(order)

barrier = threading.Barrier(3, action=lambda: order.append("all"))
order.clear()
def meet():
    barrier.wait()
ts = [threading.Thread(target=meet) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(order, barrier.broken)
sem = threading.BoundedSemaphore(2)
print(sem.acquire(), sem.acquire(), sem.acquire(blocking=False))
sem.release(); sem.release()
try:
    sem.release()
except ValueError as e:
    print(e)
rl = threading.RLock()
with rl, rl:
    print("reentered")
try:
    rl.release()
except RuntimeError as e:
    print(e)
pq = queue.PriorityQueue()
for p in [(3, "c"), (1, "a"), (2, "b")]: pq.put(p)
print([pq.get()[1] for _ in range(3)])
lq = queue.LifoQueue()
for p in "xyz": lq.put_nowait(p)
print(lq.qsize(), lq.get(), lq.get_nowait())
try:
    queue.Queue().get(timeout=0.01)
except queue.Empty as e:
    print("empty", repr(e))
try:
    full = queue.Queue(1); full.put(1); full.put(2, block=False)
except queue.Full as e:
    print("full", repr(e))
print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
