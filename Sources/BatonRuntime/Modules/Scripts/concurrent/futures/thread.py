"""Calls made by a number of threads."""

import os
import threading
from collections import deque
from concurrent.futures._futures import BrokenExecutor, Executor, Future

_executors = []
_executors_lock = threading.Lock()
_pool_number = 0


class BrokenThreadPool(BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        global _pool_number
        if max_workers is None:
            max_workers = min(32, (os.process_cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        with _executors_lock:
            number = _pool_number
            _pool_number += 1
            _executors.append(self)
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{number}"
        self._initializer = initializer
        self._initargs = initargs
        self._changed = threading.Condition()
        self._work = deque()
        self._threads = set()
        self._idle = 0
        self._is_shut = False
        self._broken = False

    def submit(self, fn, /, *args, **kwargs):
        with self._changed:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._is_shut:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _at_end:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            self._work.append((future, fn, args, kwargs))
            if self._idle >= len(self._work):
                self._changed.notify()
            elif len(self._threads) < self._max_workers:
                name = f"{self._thread_name_prefix}_{len(self._threads)}"
                thread = threading.Thread(target=self._run, name=name)
                self._threads.add(thread)
                thread.start()
            return future

    def _run(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                self._break("A thread initializer failed, the thread pool is not usable anymore")
                return
        while True:
            with self._changed:
                self._idle += 1
                self._changed.wait_for(lambda: self._work or self._is_shut or _at_end)
                self._idle -= 1
                if not self._work:
                    return
                future, fn, args, kwargs = self._work.popleft()
            if future.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            # The next wait must hold nothing of this call.
            future = fn = args = kwargs = result = None

    def _break(self, reason):
        with self._changed:
            self._broken = reason
            while self._work:
                self._work.popleft()[0].set_exception(BrokenThreadPool(reason))
            self._changed.notify_all()

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._changed:
            self._is_shut = True
            cancelled = []
            if cancel_futures:
                cancelled = [item[0] for item in self._work]
                self._work.clear()
            self._changed.notify_all()
        for future in cancelled:
            future.cancel()
        with _executors_lock:
            if self in _executors:
                _executors.remove(self)
        if wait:
            for thread in list(self._threads):
                thread.join()


_at_end = False


def _end():
    """Let the threads finish what is submitted, and end."""
    global _at_end
    _at_end = True
    with _executors_lock:
        pools = list(_executors)
    for pool in pools:
        with pool._changed:
            pool._changed.notify_all()
    for pool in pools:
        for thread in list(pool._threads):
            thread.join()


threading._register_atexit(_end)
