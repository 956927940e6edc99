import threading

items = []
condition = threading.Condition()
seen = []


def consumer():
    with condition:
        while len(seen) < 5:
            condition.wait_for(lambda: items)
            seen.append(items.pop(0))
            condition.notify_all()


thread = threading.Thread(target=consumer)
thread.start()
for number in range(5):
    with condition:
        items.append(number)
        condition.notify()
thread.join()
print(seen)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: 0, timeout=0.01), condition.wait_for(lambda: "yes"))
for call in (condition.wait, condition.notify, condition.notify_all):
    try:
        call()
    except RuntimeError as error:
        print(error)
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(timeout=0.01))
semaphore.release(2)
bounded = threading.BoundedSemaphore(1)
with bounded:
    pass
try:
    bounded.release()
except ValueError as error:
    print(error)
event = threading.Event()
print(event.is_set(), event.wait(0.01))
event.set()
print(event.is_set(), event.wait())
event.clear()
print(event.is_set())
order = []
barrier = threading.Barrier(3, action=lambda: order.append("action"))


def meet(name):
    index = barrier.wait()
    with condition:
        order.append(index)


threads = [threading.Thread(target=meet, args=(name,)) for name in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order[0], sorted(order[1:]), barrier.parties, barrier.n_waiting, barrier.broken)
broken = []


def meet_broken():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        broken.append(1)


t = threading.Thread(target=meet_broken)
t.start()
while barrier.n_waiting == 0:
    pass
barrier.abort()
t.join()
print(broken, barrier.broken)
barrier.reset()
print(barrier.broken)
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError:
    print("timed out", barrier.broken)
for make in (lambda: threading.Semaphore(-1), lambda: threading.Barrier(0)):
    try:
        make()
    except ValueError as error:
        print(error)
