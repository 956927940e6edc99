"""Copies, shallow and deep."""

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_atomic = {
    type(None), int, float, bool, str, bytes, tuple, frozenset, type, range, slice, property, type(Ellipsis),
    type(NotImplemented), type(len), type(lambda: None),
}
_deep_atomic = _atomic - {tuple, frozenset, slice}


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, None)


def deepcopy(x, memo=None):
    """A copy of an object and of all that it holds."""
    cls = type(x)
    if cls in _deep_atomic or issubclass(cls, type):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    result = _deep(x, cls, memo)
    if result is not x:
        memo[id(x)] = result
        # The original must live as long as its id counts.
        memo.setdefault(id(memo), []).append(x)
    return result


def _deep(x, cls, memo):
    if cls is list:
        result = memo[id(x)] = []
        result.extend(deepcopy(item, memo) for item in x)
        return result
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        return x if all(new is old for new, old in zip(items, x)) else tuple(items)
    if cls is dict:
        result = memo[id(x)] = {}
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
        return result
    if cls in (set, frozenset):
        return cls(deepcopy(item, memo) for item in x)
    if cls is bytearray:
        return bytearray(x)
    method = getattr(cls, "__deepcopy__", None)
    if method is not None:
        return method(x, memo)
    return _rebuilt(x, memo)


def _reduced(x, cls):
    """What a class's own __reduce_ex__, or else __reduce__, says; None if it has neither."""
    for name, arguments in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        for base in cls.__mro__:
            if base is not object and name in base.__dict__:
                return base.__dict__[name](x, *arguments)
    return None


def _rebuilt(x, memo):
    """A copy by __reduce__, or else by __new__ and the attributes."""
    cls = type(x)
    parts = _reduced(x, cls)
    if parts is not None:
        if isinstance(parts, str):
            return x
        function, args, state, items, pairs = (tuple(parts) + (None,) * 3)[:5]
        if memo is not None:
            args = tuple(deepcopy(arg, memo) for arg in args)
        result = function(*args)
        if memo is not None:
            memo[id(x)] = result
    else:
        state, items, pairs = None, None, None
        getter = getattr(cls, "__getnewargs__", None)
        args = getter(x) if getter is not None else ()
        for base in (list, dict, set, tuple, str, int, float, bytes, frozenset):
            if issubclass(cls, base) and getter is None:
                args = (base(x),) if base in (tuple, str, int, float, bytes, frozenset) else ()
                break
        else:
            if getter is None and not hasattr(cls, "__getstate__") and _holds_more(x, cls):
                raise _not_copied(cls)
        if memo is not None:
            args = tuple(deepcopy(arg, memo) for arg in args)
        try:
            result = cls.__new__(cls, *args)
        except TypeError:
            # Objects that only their own module makes.
            if cls.__new__ is object.__new__ and not args:
                raise _not_copied(cls) from None
            raise
        if memo is not None:
            memo[id(x)] = result
        getstate = getattr(cls, "__getstate__", None)
        if getstate is not None and getstate is not getattr(object, "__getstate__", None):
            state = getstate(x)
        else:
            state = getattr(x, "__dict__", None) or None
            slots = {
                name: getattr(x, name)
                for base in cls.__mro__
                for name in _slots(base)
                if hasattr(x, name)
            }
            if slots:
                state = (state, slots)
        if isinstance(x, list):
            items = iter(x)
        elif isinstance(x, dict):
            pairs = iter(x.items())
        elif isinstance(x, set):
            result.update(x if memo is None else [deepcopy(item, memo) for item in x])
    if state is not None:
        if memo is not None:
            state = deepcopy(state, memo)
        if hasattr(result, "__setstate__"):
            result.__setstate__(state)
        else:
            attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            if attributes:
                result.__dict__.update(attributes)
            for name, value in (slots or {}).items():
                setattr(result, name, value)
    if items is not None:
        for item in items:
            result.append(item if memo is None else deepcopy(item, memo))
    if pairs is not None:
        for key, value in pairs:
            if memo is not None:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            result[key] = value
    return result


def _holds_more(x, cls):
    """Whether the object holds something that its attributes do not tell: a new one would lack it."""
    fields = sum(len(list(_slots(base))) for base in cls.__mro__)
    fields += hasattr(x, "__dict__") + (cls.__weakrefoffset__ != 0)
    return cls.__basicsize__ > object.__basicsize__ + 8 * fields


def _not_copied(cls):
    module = "" if cls.__module__ == "builtins" else f"{cls.__module__}."
    return TypeError(f"cannot pickle '{module}{cls.__qualname__}' object")


def _slots(cls):
    names = cls.__dict__.get("__slots__", ())
    if isinstance(names, str):
        names = (names,)
    for name in names:
        if name in ("__dict__", "__weakref__"):
            continue
        if name.startswith("__") and not name.endswith("__"):
            name = f"_{cls.__name__.lstrip('_')}{name}"
        yield name


def replace(obj, /, **changes):
    """A copy with some fields changed."""
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return method(obj, **changes)
