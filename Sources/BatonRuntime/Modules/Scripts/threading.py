"""Threads, and what they wait on: built from the locks of _thread."""

import _thread
import sys
from _synchronization import Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Semaphore

__all__ = [
    "Barrier", "BoundedSemaphore", "BrokenBarrierError", "Condition", "ExceptHookArgs", "Event", "Lock", "RLock",
    "Semaphore", "TIMEOUT_MAX", "Thread", "ThreadError", "Timer", "active_count", "current_thread", "enumerate",
    "excepthook", "get_ident", "get_native_id", "local", "main_thread", "stack_size",
]

Lock = _thread.LockType
RLock = _thread.RLock
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
local = _thread._local
stack_size = _thread.stack_size


# Running threads by ident, and those whose start() has not returned yet. Guard: _registry_lock.
_registry_lock = RLock()
_running = {}
_starting = {}
_thread_number = 0


def _next_name(target):
    global _thread_number
    with _registry_lock:
        _thread_number += 1
        name = f"Thread-{_thread_number}"
    target_name = getattr(target, "__name__", None)
    return f"{name} ({target_name})" if target_name is not None else name


class Thread:
    """A call that runs in a thread of its own."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._target = target
        self._name = str(name) if name is not None else _next_name(target)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        self._ident = None
        self._native_id = None
        self._handle = _thread._ThreadHandle()
        self._started = Event()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._handle.is_done():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        with _registry_lock:
            _starting[self] = self
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self._daemonic)
        except Exception:
            with _registry_lock:
                del _starting[self]
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What the thread worked on may hold the thread.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _registry_lock:
            _running[self._ident] = self
            del _starting[self]
        self._started.set()
        try:
            self.run()
        except BaseException:
            _report(self)
        finally:
            with _registry_lock:
                _running.pop(self._ident, None)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class ExceptHookArgs(tuple):
    """What excepthook gets: exc_type, exc_value, exc_traceback, thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (
            f"_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, "
            f"exc_traceback={self[2]!r}, thread={self[3]!r})"
        )


def excepthook(args, /):
    """Print an exception that ended a thread."""
    if args.exc_type == SystemExit:
        return
    stream = sys.stderr
    if stream is None:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    print(f"Exception in thread {name}:", file=stream, flush=True)
    sys.__excepthook__(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook


def _report(thread):
    value = sys.exception()
    args = ExceptHookArgs((type(value), value, value.__traceback__, thread))
    try:
        excepthook(args)
    except Exception as error:
        error.__suppress_context__ = True
        print("Exception in threading.excepthook:", file=sys.stderr, flush=True)
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        args = value = None


class Timer(Thread):
    """A thread that calls a function after some seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _registry_lock:
            _running[self._ident] = self


class _DummyThread(Thread):
    """A thread that was not started by this module."""

    def __init__(self):
        global _thread_number
        with _registry_lock:
            _thread_number += 1
            number = _thread_number
        super().__init__(name=f"Dummy-{number}", daemon=True)
        self._started.set()
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _registry_lock:
            _running[self._ident] = self

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def current_thread():
    """The Thread of the calling thread."""
    try:
        return _running[get_ident()]
    except KeyError:
        return _DummyThread()


currentThread = current_thread


def enumerate():
    """All threads that are alive."""
    with _registry_lock:
        return list(_running.values()) + list(_starting)


def active_count():
    with _registry_lock:
        return len(_running) + len(_starting)


activeCount = active_count


def main_thread():
    return _main_thread


_exit_calls = []


def _register_atexit(function, *args, **kwargs):
    """Call a function before the threads are joined at the end of the program, last first."""
    _exit_calls.append((function, args, kwargs))


def _shutdown():
    """Wait for the threads that are not daemons. Called at the end of the program."""
    for function, args, kwargs in reversed(_exit_calls):
        function(*args, **kwargs)
    while True:
        with _registry_lock:
            waited = [
                thread
                for thread in [*_running.values(), *_starting]
                if not thread.daemon and thread is not _main_thread and thread._ident != get_ident()
            ]
        if not waited:
            break
        for thread in waited:
            thread._handle.join() if thread._started.is_set() else thread._started.wait()


def _after_fork():
    """In a child process: the forking thread is the main thread, and the only one."""
    global _main_thread, _registry_lock
    current = current_thread()
    _registry_lock = RLock()
    _main_thread = current
    current._ident, current._native_id = get_ident(), get_native_id()
    for thread in [*_running.values(), *_starting]:
        if thread is not current:
            thread._handle._set_done()
    _running.clear()
    _starting.clear()
    _running[current._ident] = current


# The first Thread is made before there is a current one to ask whether it is a daemon.
_main_thread = _MainThread()
