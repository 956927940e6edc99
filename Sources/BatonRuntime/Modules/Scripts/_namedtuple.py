"""Tuples whose items have names, for collections and for the modules that it needs."""

import sys
from operator import itemgetter

# The function is one of collections.
__name__ = "collections"

_keywords = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split()
)


class _Field(property):
    def __set__(self, row, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, row):
        raise AttributeError("can't delete attribute")


def _checked(typename, fields, rename):
    if isinstance(fields, str):
        fields = fields.replace(",", " ").split()
    fields = [str(name) for name in fields]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(fields):
            if not name.isidentifier() or name in _keywords or name.startswith("_") or name in seen:
                fields[index] = f"_{index}"
            seen.add(name)
    for name in [typename, *fields]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _keywords:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in fields:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return typename, tuple(fields)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Return a new subclass of tuple with named fields."""
    typename, fields = _checked(typename, field_names, rename)
    given = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        given = dict(zip(fields[len(fields) - len(defaults):], defaults))
    count = len(fields)
    make = tuple.__new__

    # The signature is known here only, so the function that takes it is compiled here.
    parameters = "".join(f", {name}" for name in fields)
    namespace = {"_make": make, "__builtins__": {}, "__name__": f"namedtuple_{typename}"}
    items = "".join(f"{name}, " for name in fields)
    exec(f"def __new__(_cls{parameters}):\n    return _make(_cls, ({items}))\n", namespace)
    __new__ = namespace["__new__"]
    __new__.__doc__ = f"Create new instance of {typename}({', '.join(fields)})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    def _make_row(cls, iterable):
        row = make(cls, iterable)
        if len(row) != count:
            raise TypeError(f"Expected {count} arguments, got {len(row)}")
        return row

    def _replace(self, /, **changes):
        row = self._make(changes.pop(name, value) for name, value in zip(fields, self))
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return row

    shown = "(" + ", ".join(f"{name}=%r" for name in fields) + ")"

    def __repr__(self):
        return type(self).__name__ + shown % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    contents = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": given,
        "__new__": __new__,
        "_make": classmethod(_make_row),
        "__replace__": _replace,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for name in ("__new__", "_make_row", "_replace", "__repr__", "_asdict", "__getnewargs__"):
        locals()[name].__qualname__ = f"{typename}.{name}"
    for index, name in enumerate(fields):
        contents[name] = _Field(itemgetter(index))
        contents[name].__doc__ = f"Alias for field number {index}"
    result = type(typename, (tuple,), contents)
    if module is None:
        module = sys._getframe(1).f_globals.get("__name__", "__main__")
    result.__module__ = module
    return result
