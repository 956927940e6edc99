"""What stands in the body of an enumeration: members, what is to be none, values that are chosen; and that body itself."""

import sys

_unset = object()


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({'' if self.value is _unset else repr(self.value)})"


class member:
    """Makes a member of what would be none: a function, a class."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class property:
    """An attribute of the members that the class does not have: a member of the same name stands there."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc if doc is not None else getattr(fget, "__doc__", None)
        self.name = None
        self.clsname = None

    def __set_name__(self, owner, name):
        self.name, self.clsname = name, owner.__name__

    def __get__(self, instance, owner=None):
        if instance is not None:
            if self.fget is None:
                raise AttributeError(f"{owner!r} member has no attribute {self.name!r}")
            return self.fget(instance)
        try:
            return owner._member_map_[self.name]
        except (AttributeError, KeyError):
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


DynamicClassAttribute = property


def is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


_reserved = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_",
    "_value_repr_", "_new_member_", "_boundary_", "_name_", "_value_",
)


class Body(dict):
    """The names of a class body: those of members in order, with the values that auto stands for."""

    def __init__(self, class_name, generate):
        self.class_name = class_name
        self.generate = generate
        self.members = {}
        self.values = []
        self.ignored = []
        self.used_auto = False

    def __setitem__(self, key, value):
        if is_sunder(key):
            self._set_special(key, value)
        elif is_dunder(key) or key in self.ignored:
            pass
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (is_descriptor(value) or self._is_private(key)):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._chosen(key, value.value if isinstance(value, member) else value)
            self.members[key] = None
            self.values.append(value)
        dict.__setitem__(self, key, value)

    def _is_private(self, key):
        prefix = f"_{self.class_name}__"
        return key.startswith(prefix) and len(key) > len(prefix) and not key.endswith("__")

    def _set_special(self, key, value):
        if key not in _reserved:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self.used_auto:
                raise TypeError("_generate_next_value_ must be defined before members")
            self.generate = getattr(value, "__func__", value)
        elif key == "_ignore_":
            self.ignored = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            already = set(self.ignored) & set(self.members)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")

    def _chosen(self, key, value):
        """The value, with those of auto filled in; of a tuple, in its items."""
        if isinstance(value, auto):
            return self._next(key, value)
        if type(value) is tuple and any(isinstance(item, auto) for item in value):
            return tuple(self._next(key, item) if isinstance(item, auto) else item for item in value)
        return value

    def _next(self, key, item):
        if item.value is _unset:
            self.used_auto = True
            item.value = self.generate(key, 1, len(self.members), self.values[:])
        return item.value

    def update(self, pairs=(), **more):
        for key, value in dict(pairs, **more).items():
            self[key] = value


def caller_module(depth):
    """The name of the module that calls, so many frames up."""
    try:
        return sys._getframe(depth + 1).f_globals["__name__"]
    except (AttributeError, ValueError, KeyError):
        return None
