"""Waiting for many files at a time, by the best means that the system has."""

import select
from _collections_abc import Mapping
from abc import ABCMeta, abstractmethod
from collections import namedtuple

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])
SelectorKey.__doc__ = "A registered file: the object, its descriptor, the events that are waited for, and data of one's own."


def _descriptor(file):
    if isinstance(file, int):
        descriptor = file
    else:
        try:
            descriptor = int(file.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {file!r}") from None
    if descriptor < 0:
        raise ValueError(f"Invalid file descriptor: {descriptor}")
    return descriptor


class _Registered(Mapping):
    """The keys of a selector by file."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def get(self, file, default=None):
        return self._selector._keys.get(self._selector._lookup(file), default)

    def __getitem__(self, file):
        key = self._selector._keys.get(self._selector._lookup(file))
        if key is None:
            raise KeyError(f"{file!r} is not registered")
        return key

    def __iter__(self):
        return iter(self._selector._keys)


class BaseSelector(metaclass=ABCMeta):
    """Registers files and waits for some of them to be ready."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        known = self.get_map()
        if known is None:
            raise RuntimeError("Selector is closed")
        try:
            return known[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    @abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class _Selector(BaseSelector):
    """What all of them share: the keys by descriptor."""

    def __init__(self):
        self._keys = {}
        self._map = _Registered(self)

    def _lookup(self, file):
        try:
            return _descriptor(file)
        except ValueError:
            # A file that was closed meanwhile is known by itself.
            for key in self._keys.values():
                if key.fileobj is file:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._keys.pop(self._lookup(fileobj))
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def modify(self, fileobj, events, data=None):
        try:
            key = self._keys[self._lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = key._replace(data=data)
            self._keys[key.fd] = key
        return key

    def close(self):
        self._keys.clear()
        self._map = None

    def get_map(self):
        return self._map

    def _ready(self, found):
        """Pairs of key and events, of pairs of descriptor and events."""
        ready = []
        for descriptor, events in found:
            key = self._keys.get(descriptor)
            if key is not None and events & key.events:
                ready.append((key, events & key.events))
        return ready


class SelectSelector(_Selector):
    """By select."""

    def select(self, timeout=None):
        timeout = None if timeout is None else max(timeout, 0)
        readers = [fd for fd, key in self._keys.items() if key.events & EVENT_READ]
        writers = [fd for fd, key in self._keys.items() if key.events & EVENT_WRITE]
        try:
            can_read, can_write, _ = select.select(readers, writers, [], timeout)
        except InterruptedError:
            return []
        can_read, can_write = frozenset(can_read), frozenset(can_write)
        return self._ready(
            (fd, (EVENT_READ if fd in can_read else 0) | (EVENT_WRITE if fd in can_write else 0))
            for fd in can_read | can_write)


class _PollingSelector(_Selector):
    """By an object that knows what is registered."""

    _make = _read = _write = None

    def __init__(self):
        super().__init__()
        self._poller = self._make()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        try:
            self._poller.register(key.fd, self._mask(events))
        except BaseException:
            super().unregister(fileobj)
            raise
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        try:
            self._poller.unregister(key.fd)
        except (OSError, KeyError):
            pass  # closed since
        return key

    def _mask(self, events):
        return (self._read if events & EVENT_READ else 0) | (self._write if events & EVENT_WRITE else 0)

    def _events(self, mask):
        # An error or a hang-up is what both would see.
        return (EVENT_WRITE if mask & ~self._read else 0) | (EVENT_READ if mask & ~self._write else 0)

    def select(self, timeout=None):
        try:
            found = self._poll(timeout)
        except InterruptedError:
            return []
        return self._ready((fd, self._events(mask)) for fd, mask in found)


class PollSelector(_PollingSelector):
    """By poll."""

    _make, _read, _write = select.poll, select.POLLIN, select.POLLOUT

    def _poll(self, timeout):
        if timeout is None:
            return self._poller.poll()
        # Milliseconds, never earlier than asked.
        return self._poller.poll(0 if timeout <= 0 else -int(-timeout * 1000 // 1))


class EpollSelector(_PollingSelector):
    """By epoll."""

    _make, _read, _write = select.epoll, select.EPOLLIN, select.EPOLLOUT

    def fileno(self):
        return self._poller.fileno()

    def _poll(self, timeout):
        timeout = -1 if timeout is None else max(timeout, 0)
        return self._poller.poll(timeout, max(len(self._keys), 1))

    def close(self):
        self._poller.close()
        super().close()


DefaultSelector = EpollSelector
