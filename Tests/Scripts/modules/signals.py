import os
import signal
import threading
import time

# What starts this may have signals blocked.
signal.pthread_sigmask(signal.SIG_UNBLOCK, signal.valid_signals())
log = []
old = signal.signal(signal.SIGUSR1, lambda number, frame: log.append(number))
print(int(old), signal.getsignal(signal.SIGUSR1) is not None, callable(signal.getsignal(signal.SIGINT)))
os.kill(os.getpid(), signal.SIGUSR1)
while not log:
    pass
print(log == [signal.SIGUSR1])


def stop(number, frame):
    raise TimeoutError("woken")


signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(10)
except TimeoutError as error:
    print("sleep", error)
lock = threading.Lock()
lock.acquire()
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    lock.acquire()
except TimeoutError as error:
    print("lock", error)
event = threading.Event()
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    event.wait(10)
except TimeoutError as error:
    print("event", error)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except TimeoutError as error:
    print("loop", error)
r, w = os.pipe()
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    os.read(r, 1)
except TimeoutError as error:
    print("read", error)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.alarm(1)
print(signal.alarm(0) in (0, 1))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
for call in (lambda: signal.signal(1000, stop), lambda: signal.signal(signal.SIGUSR1, "x"), lambda: signal.signal(signal.SIGKILL, stop)):
    try:
        call()
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__)


def elsewhere():
    try:
        signal.signal(signal.SIGUSR1, stop)
    except ValueError:
        print("not here")


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
