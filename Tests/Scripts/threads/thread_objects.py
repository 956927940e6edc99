import threading
import time

main = threading.current_thread()
print(main.name, main is threading.main_thread(), main.daemon, main.is_alive(), threading.active_count())
log = []


def work(number, extra=None):
    log.append((number, extra, threading.current_thread().name))


thread = threading.Thread(target=work, args=(1,), kwargs={"extra": "x"})
print(thread.name, thread.ident, thread.is_alive(), thread.daemon, repr(thread))
thread.start()
thread.join()
print(log, thread.is_alive(), isinstance(thread.ident, int), isinstance(thread.native_id, int))
named = threading.Thread(target=work, args=(2,), name="worker", daemon=True)
named.start()
named.join(5)
print(log[-1], named.name, named.daemon)


class Sub(threading.Thread):
    def run(self):
        self.result = sum(range(10))


sub = Sub()
sub.start()
sub.join()
print(sub.result, sub.name)
for call in (lambda: thread.start(), lambda: threading.Thread().join(), lambda: main.join(), lambda: setattr(thread, "daemon", True)):
    try:
        call()
    except RuntimeError as error:
        print(error)
gate = threading.Event()
waiter = threading.Thread(target=gate.wait)
waiter.start()
print(waiter.is_alive(), waiter in threading.enumerate(), len(threading.enumerate()))
waiter.join(0.01)
print(waiter.is_alive())
gate.set()
waiter.join()
print(waiter.is_alive(), threading.active_count())
fired = []
timer = threading.Timer(0.01, fired.append, ["fired"])
timer.start()
timer.join()
cancelled = threading.Timer(60, fired.append, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(fired)
local = threading.local()
local.value = "main"


def see():
    log.append(hasattr(local, "value"))
    local.value = "thread"


t = threading.Thread(target=see)
t.start()
t.join()
print(log[-1], local.value, local.__dict__)


class Own(threading.local):
    made = 0

    def __init__(self, start):
        self.items = [start]


own = Own(7)
own.items.append(8)
t = threading.Thread(target=lambda: log.append(own.items))
t.start()
t.join()
print(own.items, log[-1])
try:
    own.missing
except AttributeError as error:
    print(error)
