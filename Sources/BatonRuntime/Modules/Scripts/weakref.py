"""Weak references: to objects and to methods, in containers, and for what is to happen when an object dies."""

from _weakref import CallableProxyType, ProxyType, ReferenceType, _remove_dead_weakref, getweakrefcount, getweakrefs
from _collections_abc import MutableMapping
from _weakref import proxy, ref
from _weakrefset import WeakSet

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]

ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    """A weak reference to a bound method, which lives as long as its object and its function do."""

    __slots__ = ("_function", "_kind", "_alive", "__weakref__")

    def __new__(cls, method, callback=None):
        try:
            owner, function = method.__self__, method.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(method)}") from None

        def died(_):
            self = weak()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, died)
        self._function = ref(function, died)
        self._kind = type(method)
        self._alive = True
        weak = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        return None if owner is None or function is None else self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows the key under which it stands in a mapping."""

    __slots__ = ("key",)

    def __new__(cls, object, callback, key):
        self = ref.__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        super().__init__(object, callback)


# The containers iterate over copies of what they hold: an entry may go at any moment, and each object that is given
# out lives while the loop has it.


class WeakValueDictionary(MutableMapping):
    """A mapping that refers to its values weakly: an entry goes when its value dies."""

    def __init__(self, other=(), /, **kw):
        weak = ref(self)

        def remove(reference):
            self = weak()
            if self is not None:
                _remove_dead_weakref(self.data, reference.key)

        self._remove = remove
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    keys = __iter__

    def values(self):
        for reference in list(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        yield from self.valuerefs()

    def valuerefs(self):
        return list(self.data.values())

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *default):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other=None, /, **kw):
        if other is not None:
            for key, value in _items(other):
                self[key] = value
        for key, value in kw.items():
            self[key] = value

    def copy(self):
        made = WeakValueDictionary()
        made.update(self)
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = type(self)()
        for key, value in self.items():
            made[deepcopy(key, memo)] = value
        return made

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __or__(self, other):
        return _joined(self, self, other) if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return _joined(self, other, self) if hasattr(other, "keys") else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(MutableMapping):
    """A mapping that refers to its keys weakly: an entry goes when its key dies."""

    def __init__(self, dict=None):
        weak = ref(self)

        def remove(reference):
            self = weak()
            if self is not None:
                self.data.pop(reference, None)

        self._remove = remove
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    keys = __iter__

    def values(self):
        for reference, value in list(self.data.items()):
            if reference() is not None:
                yield value

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *default):
        return self.data.pop(ref(key), *default)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in _items(dict):
                self[key] = value
        if kwargs:
            self.update(kwargs)

    def copy(self):
        made = WeakKeyDictionary()
        made.update(self)
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __or__(self, other):
        return _joined(self, self, other) if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return _joined(self, other, self) if hasattr(other, "keys") else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _items(other):
    """The pairs of a mapping, or of an iterable of pairs."""
    if hasattr(other, "items"):
        return other.items()
    if hasattr(other, "keys"):
        return [(key, other[key]) for key in other.keys()]
    return other


def _joined(kind, *mappings):
    made = type(kind)()
    for mapping in mappings:
        made.update(mapping)
    return made


class finalize:
    """Calls a function once: when an object dies, when it is called itself, or at the end of the program."""

    # What is to be called keeps nothing of the object alive; the registry keeps the finalizer.
    __slots__ = ()

    _registry = {}
    _made = 0
    _is_registered = False
    # The program has ended: objects that die after that are not told of.
    _is_over = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._is_registered:
            import atexit

            atexit.register(finalize._at_exit)
            finalize._is_registered = True
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._made
        finalize._made += 1
        finalize._registry[self] = info

    def __call__(self, _=None):
        """Call the function, if that has not happened; its result."""
        info = finalize._registry.pop(self, None)
        if info is not None and not finalize._is_over:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        """Give up; what would have been called, if the object lives."""
        found = self.peek()
        if found is not None and finalize._registry.pop(self, None) is not None:
            return found

    def peek(self):
        """What is to be called, if the object lives."""
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        """Whether it will still call its function."""
        return self in finalize._registry

    @property
    def atexit(self):
        """Whether the function is called at the end of the program."""
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        name = f"<{type(self).__name__} object at {id(self):#x}"
        if obj is None:
            return name + "; dead>"
        return name + f"; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _at_exit(cls):
        """Call what is left, the last made first. What a call makes is called too."""
        while True:
            left = [(info.index, one) for one, info in list(cls._registry.items()) if info.atexit]
            if not left:
                cls._is_over = True
                return
            one = max(left, key=lambda item: item[0])[1]
            try:
                one()
            except Exception:
                import sys

                sys.excepthook(*sys.exc_info())
