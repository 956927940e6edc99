"""Classes whose methods follow from their annotated fields."""

import sys

__all__ = ["FrozenInstanceError", "KW_ONLY", "MISSING", "asdict", "astuple", "dataclass", "field", "fields", "is_dataclass", "replace"]


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses.MISSING>"


MISSING = _Missing()


class KW_ONLY:
    pass


class Field:
    """A field, and what was said of it."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
            f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},"
            f"metadata={self.metadata!r},kw_only={self.kw_only!r})"
        )


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_variable(note):
    text = note if isinstance(note, str) else repr(note)
    return text.startswith(("ClassVar", "typing.ClassVar"))


def _own_fields(cls, kw_only):
    result = []
    for name, note in cls.__dict__.get("__annotations__", {}).items():
        if note is KW_ONLY or note == "KW_ONLY":
            kw_only = True
            continue
        if _is_class_variable(note):
            continue
        default = getattr(cls, name, MISSING) if name in cls.__dict__ else MISSING
        item = default if isinstance(default, Field) else field(default=default)
        if default is not MISSING and hasattr(type(default), "__get__") and type(default).__name__ == "member_descriptor":
            item = field()
        item.name, item.type = name, note
        if item.kw_only is MISSING:
            item.kw_only = kw_only
        if item.default.__class__.__hash__ is None:
            raise ValueError(f"mutable default {type(item.default)} for field {name} is not allowed: use default_factory")
        if isinstance(cls.__dict__.get(name), Field):
            if item.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, item.default)
        result.append(item)
    return result


class _Factory:
    def __repr__(self):
        return "<factory>"


_made = _Factory()


def _make_init(cls, items, frozen, has_post):
    ordered = [item for item in items if item.init and not item.kw_only] + [item for item in items if item.init and item.kw_only]
    parameters, body, space = [], [], {"_set": object.__setattr__, "_made": _made}
    seen_default = None
    starred = False
    for item in ordered:
        if item.kw_only and not starred:
            parameters.append("*")
            starred = True
        if item.default is not MISSING:
            space[f"_default_{item.name}"] = item.default
            parameters.append(f"{item.name}=_default_{item.name}")
            seen_default = item.name if not item.kw_only else seen_default
        elif item.default_factory is not MISSING:
            parameters.append(f"{item.name}=_made")
            seen_default = item.name if not item.kw_only else seen_default
        else:
            if seen_default is not None and not item.kw_only:
                raise TypeError(f"non-default argument {item.name!r} follows default argument {seen_default!r}")
            parameters.append(item.name)
    for item in items:
        value = item.name
        if item.default_factory is not MISSING:
            space[f"_factory_{item.name}"] = item.default_factory
            value = f"_factory_{item.name}() if {item.name} is _made else {item.name}" if item.init else f"_factory_{item.name}()"
        elif not item.init:
            if item.default is MISSING:
                continue
            space[f"_default_{item.name}"] = item.default
            value = f"_default_{item.name}"
        body.append(f"    _set(self, {item.name!r}, {value})" if frozen else f"    self.{item.name} = {value}")
    if has_post:
        body.append("    self.__post_init__()")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + ("\n".join(body) or "    pass"), space)
    function = space["__init__"]
    function.__qualname__ = f"{cls.__qualname__}.__init__"
    function.__annotations__ = {item.name: item.type for item in ordered} | {"return": None}
    return function


def _ordering(name, items):
    names = [item.name for item in items if item.compare]

    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        left = tuple(getattr(self, name) for name in names)
        right = tuple(getattr(other, name) for name in names)
        return getattr(left, operator)(right)

    operator = name
    method.__name__ = name
    return method


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Add the methods that follow from the fields."""

    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

    return decorate if cls is None else decorate(cls)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    table = {}
    for base in reversed(cls.__mro__[1:]):
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is None:
            continue
        if base.__dict__.get("__dataclass_params__")[0] != frozen:
            raise TypeError(
                "cannot inherit frozen dataclass from a non-frozen one" if frozen
                else "cannot inherit non-frozen dataclass from a frozen one"
            )
        table.update(inherited)
    own = _own_fields(cls, kw_only)
    for item in own:
        table[item.name] = item
    items = list(table.values())
    cls.__dataclass_fields__ = table
    cls.__dataclass_params__ = (frozen, eq, order)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    if init:
        cls.__init__ = _make_init(cls, items, frozen, hasattr(cls, "__post_init__"))
    shown = [item.name for item in items if item.repr]
    if repr and "__repr__" not in cls.__dict__:
        cls.__repr__ = _make_repr(shown)
    if eq and "__eq__" not in cls.__dict__:
        cls.__eq__ = _ordering("__eq__", items)
    if order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            setattr(cls, name, _ordering(name, items))
    if frozen:
        cls.__setattr__, cls.__delattr__ = _frozen(cls, [item.name for item in items])
    own_hash = cls.__dict__.get("__hash__", MISSING)
    if unsafe_hash or (eq and frozen and own_hash in (MISSING, None)):
        hashed = [item.name for item in items if (item.compare if item.hash is None else item.hash)]
        cls.__hash__ = lambda self: hash(tuple(getattr(self, name) for name in hashed))
    elif eq and own_hash is MISSING:
        cls.__hash__ = None
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(item.name for item in items if item.init and not item.kw_only)
    cls.__replace__ = replace
    if not cls.__doc__:
        cls.__doc__ = cls.__name__
    if slots:
        cls = _with_slots(cls, own)
    return cls


def _make_repr(names):
    active = set()

    def __repr__(self):
        if id(self) in active:
            return "..."
        active.add(id(self))
        try:
            return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"
        finally:
            active.discard(id(self))

    return __repr__


def _frozen(cls, names):
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _with_slots(cls, own):
    contents = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    for item in own:
        contents.pop(item.name, None)
    contents["__slots__"] = tuple(item.name for item in own)
    qualified = cls.__qualname__
    cls = type(cls)(cls.__name__, cls.__bases__, contents)
    cls.__qualname__ = qualified
    return cls


def fields(class_or_instance):
    table = getattr(class_or_instance, "__dataclass_fields__", None)
    if table is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(table.values())


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _converted(value, make):
    if is_dataclass(value) and not isinstance(value, type):
        return make(value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_converted(item, make) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)(_converted(item, make) for item in value)
    if isinstance(value, dict):
        return type(value)((_converted(key, make), _converted(item, make)) for key, item in value.items())
    from copy import deepcopy

    return deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")

    def make(value):
        return dict_factory([(item.name, _converted(getattr(value, item.name), make)) for item in fields(value)])

    return make(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")

    def make(value):
        return tuple_factory([_converted(getattr(value, item.name), make) for item in fields(value)])

    return make(obj)


def replace(obj, /, **changes):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("replace() should be called on dataclass instances")
    for item in fields(obj):
        if not item.init:
            if item.name in changes:
                raise TypeError(f"field {item.name} is declared with init=False, it cannot be specified with replace()")
        elif item.name not in changes:
            changes[item.name] = getattr(obj, item.name)
    return type(obj)(**changes)
