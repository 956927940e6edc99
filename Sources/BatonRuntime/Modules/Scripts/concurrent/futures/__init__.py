"""Calls that run in other threads, and their results."""

from concurrent.futures._futures import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Executor, Future,
    InvalidStateError, TimeoutError, as_completed, wait,
)
from concurrent.futures.thread import ThreadPoolExecutor

__all__ = [
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
    "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ThreadPoolExecutor",
]


def __getattr__(name):
    if name == "ProcessPoolExecutor":
        raise ImportError("Baton has no ProcessPoolExecutor: threads run side by side, use ThreadPoolExecutor")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
