import queue
import threading

q = queue.Queue()
for item in (3, 1, 2):
    q.put(item)
print(q.qsize(), q.empty(), q.full(), q.get(), q.get_nowait(), q.get(timeout=1))
for make in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1)):
    try:
        make()
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
small = queue.Queue(maxsize=1)
small.put(1)
print(small.full())
for make in (lambda: small.put_nowait(2), lambda: small.put(2, timeout=0.01), lambda: small.put(2, block=False)):
    try:
        make()
    except queue.Full as error:
        print("Full", error)
p = queue.PriorityQueue()
for item in (3, 1, 2):
    p.put(item)
l = queue.LifoQueue()
for item in (3, 1, 2):
    l.put(item)
print([p.get() for _ in range(3)], [l.get() for _ in range(3)])
s = queue.SimpleQueue()
s.put("a")
print(s.get(), s.empty(), s.qsize())
try:
    s.get(block=False)
except queue.Empty:
    print("empty")
work = queue.Queue()
results = []


def worker():
    while True:
        item = work.get()
        if item is None:
            work.task_done()
            return
        results.append(item * item)
        work.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for number in range(20):
    work.put(number)
work.join()
for _ in threads:
    work.put(None)
for t in threads:
    t.join()
print(sorted(results), work.unfinished_tasks)
try:
    work.task_done()
except ValueError as error:
    print(error)
closing = queue.Queue()
closing.put(1)
closing.shutdown()
print(closing.get())
for make in (lambda: closing.get(), lambda: closing.put(2)):
    try:
        make()
    except queue.ShutDown as error:
        print("ShutDown", error)
