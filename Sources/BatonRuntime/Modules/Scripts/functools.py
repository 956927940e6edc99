"""Functions that work on functions."""

from _namedtuple import namedtuple
from _thread import RLock

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function that it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that calls update_wrapper."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


_absent = object()


def reduce(function, sequence, initial=_absent, /):
    """Apply a function of two arguments cumulatively to the items of a sequence."""
    try:
        items = iter(sequence)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _absent:
        try:
            value = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in items:
        value = function(value, item)
    return value


class partial:
    """A function with some of its arguments given."""

    def __new__(cls, func=_absent, /, *args, **keywords):
        if func is _absent:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        parts.extend(repr(arg) for arg in self.args)
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func, *self.args), dict(self.__dict__)


class partialmethod:
    """A method with some of its arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        bound = getattr(self.func, "__get__", None)
        if bound is not None and not isinstance(self.func, partial):
            function = bound(instance, owner)
            if function is not self.func:
                return partial(function, *self.args, **self.keywords)
        if instance is None:
            return partial(self.func, *self.args, **self.keywords)

        def method(*args, **keywords):
            return self.func(instance, *self.args, *args, **{**self.keywords, **keywords})

        return method


def cmp_to_key(compare):
    """Make a key function of a function that compares two."""

    class K:
        __slots__ = ("obj",)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return compare(self.obj, other.obj) < 0

        def __gt__(self, other):
            return compare(self.obj, other.obj) > 0

        def __eq__(self, other):
            return compare(self.obj, other.obj) == 0

        def __le__(self, other):
            return compare(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return compare(self.obj, other.obj) >= 0

    return K


def _derived(name, root):
    """The comparison `name`, by means of `root` and __eq__."""
    # What the root says for the pair, and whether equality decides the other half.
    if root == "__lt__":
        rules = {"__gt__": lambda r, e: not r and not e, "__le__": lambda r, e: r or e, "__ge__": lambda r, e: not r}
    elif root == "__le__":
        rules = {"__gt__": lambda r, e: not r, "__lt__": lambda r, e: r and not e, "__ge__": lambda r, e: not r or e}
    elif root == "__gt__":
        rules = {"__lt__": lambda r, e: not r and not e, "__ge__": lambda r, e: r or e, "__le__": lambda r, e: not r}
    else:
        rules = {"__lt__": lambda r, e: not r, "__gt__": lambda r, e: r and not e, "__le__": lambda r, e: not r or e}
    rule = rules[name]

    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return rule(bool(result), self == other)

    method.__name__ = name
    return method


def total_ordering(cls):
    """A class decorator that adds the comparisons that are missing."""
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    roots = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in roots)
    for name in names:
        if name not in roots:
            setattr(cls, name, _derived(name, root))
    return cls


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
_kwargs_mark = object()


def _key(args, kwargs, typed):
    key = args
    if kwargs:
        key += (_kwargs_mark,)
        for item in kwargs.items():
            key += item
    if typed:
        key += tuple(type(value) for value in args)
        if kwargs:
            key += tuple(type(value) for value in kwargs.values())
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps the results of the calls that were made last."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)

    return decorate


def _cached(function, maxsize, typed):
    results = {}
    hits = misses = 0
    lock = RLock()

    def wrapper(*args, **kwargs):
        nonlocal hits, misses
        key = _key(args, kwargs, typed)
        if maxsize is None:
            result = results.get(key, _absent)
            if result is not _absent:
                hits += 1
                return result
            misses += 1
            result = results[key] = function(*args, **kwargs)
            return result
        with lock:
            result = results.pop(key, _absent)
            if result is not _absent:
                # The one used last stands last.
                results[key] = result
                hits += 1
                return result
            misses += 1
        result = function(*args, **kwargs)
        if maxsize:
            with lock:
                if key not in results:
                    if len(results) >= maxsize:
                        del results[next(iter(results))]
                    results[key] = result
        return result

    def cache_info():
        """Report cache statistics"""
        with lock:
            return _CacheInfo(hits, misses, maxsize, len(results))

    def cache_clear():
        """Clear the cache and cache statistics"""
        nonlocal hits, misses
        with lock:
            results.clear()
            hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(function, /):
    """lru_cache without a limit."""
    return lru_cache(maxsize=None)(function)


class cached_property:
    """A property that is computed once for an instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            contents = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property."
            ) from None
        value = contents.get(self.attrname, _absent)
        if value is _absent:
            value = contents[self.attrname] = self.func(instance)
        return value


def singledispatch(func):
    """Make a function that chooses by the class of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry and base is not object:
                return registry[base]
        # Classes that an abstract one took in without being its base.
        found = None
        for candidate in registry:
            if candidate is not object and issubclass(cls, candidate):
                if found is None or issubclass(candidate, found):
                    found = candidate
        return func if found is None else registry[found]

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            notes = getattr(cls, "__annotations__", {})
            if not notes:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            function = cls
            name, cls = next(iter(notes.items()))
            if not isinstance(cls, type):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        registry[cls] = function
        return function

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: the argument behind self decides."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(type(args[0])).__get__(instance, owner)(*args, **kwargs)

        return method
