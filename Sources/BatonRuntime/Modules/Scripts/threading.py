"""Threads, and what they wait on: built from the locks of _thread."""

import _thread
import sys
from time import monotonic

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


class Condition:
    """A lock, and a queue of threads that wait until another tells them to look again."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._save = getattr(lock, "_release_save", None)
        self._restore = getattr(lock, "_acquire_restore", None)
        self._owned = getattr(lock, "_is_owned", None)
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        if self._owned is not None:
            return self._owned()
        # A lock without owners: it is ours if nobody can take it.
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        gate = _thread.allocate_lock()
        gate.acquire()
        self._waiters.append(gate)
        saved = self._save() if self._save is not None else self._lock.release()
        came = False
        try:
            if timeout is None:
                gate.acquire()
                came = True
            elif timeout > 0:
                came = gate.acquire(True, timeout)
            else:
                came = gate.acquire(False)
            return came
        finally:
            if self._restore is not None:
                self._restore(saved)
            else:
                self._lock.acquire()
            if not came:
                try:
                    self._waiters.remove(gate)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        end = monotonic() + timeout
        while not result:
            rest = end - monotonic()
            if rest <= 0:
                break
            self.wait(rest)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while n > 0 and self._waiters:
            gate = self._waiters.pop(0)
            try:
                gate.release()
            except RuntimeError:
                continue
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """A counter that threads take from; at zero they wait."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = monotonic() + timeout
                    rest = end - monotonic()
                    if rest <= 0:
                        return False
                    self._cond.wait(rest)
                else:
                    self._cond.wait()
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, kind, value, trace):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that must not be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        status = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            if not self._flag:
                self._cond.wait_for(self.is_set, timeout)
            return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """A place where a number of threads wait until all have come."""

    # The phases: threads gather, then leave; a reset waits until all have left; broken until the next reset.
    _GATHERING, _LEAVING, _RESETTING, _BROKEN = 0, 1, -1, -2

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._phase = self._GATHERING
        self._count = 0

    def __repr__(self):
        cls = type(self)
        name = f"{cls.__module__}.{cls.__qualname__}"
        if self.broken:
            return f"<{name} at {id(self):#x}: broken>"
        return f"<{name} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._phase in (self._LEAVING, self._RESETTING):
                self._cond.wait()
            if self._phase == self._BROKEN:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                elif not self._cond.wait_for(lambda: self._phase != self._GATHERING, timeout):
                    self._break()
                    raise BrokenBarrierError
                elif self._phase != self._LEAVING:
                    raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._phase in (self._LEAVING, self._RESETTING):
                    self._phase = self._GATHERING
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._phase = self._LEAVING
        self._cond.notify_all()

    def _break(self):
        self._phase = self._BROKEN
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._phase in (self._GATHERING, self._BROKEN):
                    self._phase = self._RESETTING
            else:
                self._phase = self._GATHERING
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._phase == self._GATHERING else 0

    @property
    def broken(self):
        return self._phase == self._BROKEN


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
