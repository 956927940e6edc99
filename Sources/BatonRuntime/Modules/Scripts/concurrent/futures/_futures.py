"""Futures, and waiting for several."""

import threading
from time import monotonic
from _namedtuple import namedtuple

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING, RUNNING, CANCELLED, FINISHED = "pending", "running", "cancelled", "finished"


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """Raised when a executor has become non-functional after a severe failure."""


TimeoutError = TimeoutError


class Future:
    """The result of a call that is made later."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._told = False
        self._result = None
        self._exception = None
        self._callbacks = []

    def __repr__(self):
        with self._condition:
            about = f"<{type(self).__name__} at {id(self):#x} state={self._state}"
            if self._state == FINISHED:
                if self._exception is not None:
                    return f"{about} raised {type(self._exception).__name__}>"
                return f"{about} returned {type(self._result).__name__}>"
            return about + ">"

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state == CANCELLED:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        with self._condition:
            return self._state == CANCELLED

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in (CANCELLED, FINISHED)

    def _wait(self, timeout):
        """Wait until it is done. The condition is held."""
        if not self._condition.wait_for(lambda: self._state in (CANCELLED, FINISHED), timeout):
            raise TimeoutError()
        if self._state == CANCELLED:
            raise CancelledError()

    def result(self, timeout=None):
        try:
            with self._condition:
                self._wait(timeout)
                if self._exception is None:
                    return self._result
            raise self._exception
        finally:
            # The exception's traceback holds this frame.
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._wait(timeout)
            return self._exception

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in (CANCELLED, FINISHED):
                self._callbacks.append(fn)
                return
        self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as error:
            import sys

            print(f"exception calling callback for {self!r}", file=sys.stderr)
            sys.__excepthook__(type(error), error, error.__traceback__)

    def _call_back(self):
        for fn in self._callbacks:
            self._call(fn)

    # For those who make the call.

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._told = True
                self._condition.notify_all()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in (CANCELLED, FINISHED):
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._condition.notify_all()
        self._call_back()


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done", module="concurrent.futures._base")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures: all of them, the first one, or the first exception."""
    fs = set(fs)
    if return_when not in (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    enough = threading.Condition()
    done = set()

    def failed(future):
        return not future.cancelled() and future.exception() is not None

    def is_enough():
        if len(done) == len(fs):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        return return_when == FIRST_EXCEPTION and any(failed(future) for future in done)

    def finish(future):
        with enough:
            done.add(future)
            enough.notify_all()

    for future in fs:
        future.add_done_callback(finish)
    with enough:
        enough.wait_for(is_enough, timeout)
        found = set(done)
    _forget(fs, finish)
    return DoneAndNotDoneFutures(found, fs - found)


def _forget(fs, callback):
    for future in fs:
        with future._condition:
            if callback in future._callbacks:
                future._callbacks.remove(callback)


def as_completed(fs, timeout=None):
    """The futures as they are done."""
    fs = set(fs)
    total = len(fs)
    end = None if timeout is None else monotonic() + timeout
    arrived = threading.Condition()
    done = []

    def finish(future):
        with arrived:
            done.append(future)
            arrived.notify()

    for future in fs:
        future.add_done_callback(finish)
    try:
        for number in range(total):
            with arrived:
                rest = None if end is None else max(end - monotonic(), 0)
                if not arrived.wait_for(lambda: done, rest):
                    raise TimeoutError(f"{total - number} (of {total}) futures unfinished")
                future = done.pop(0)
            yield future
            future = None
    finally:
        _forget(fs, finish)


class Executor:
    """Makes calls, by means of `submit`."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else monotonic() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    rest = None if end is None else end - monotonic()
                    yield fs.pop().result(rest)
            finally:
                for future in fs:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.shutdown(wait=True)
        return False
