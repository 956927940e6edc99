"""Abstract base classes."""

__all__ = ["ABC", "ABCMeta", "abstractclassmethod", "abstractmethod", "abstractproperty", "abstractstaticmethod"]


def abstractmethod(function):
    """Mark a method that concrete classes must override."""
    function.__isabstractmethod__ = True
    return function


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, function):
        function.__isabstractmethod__ = True
        super().__init__(function)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, function):
        function.__isabstractmethod__ = True
        super().__init__(function)


class abstractproperty(property):
    __isabstractmethod__ = True


# Counts registrations: what was found not to be a subclass may be one after the next.
_registrations = 0


def _is_abstract(value):
    if isinstance(value, property):
        return any(getattr(part, "__isabstractmethod__", False) for part in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, "__isabstractmethod__", False)


def _abstract_names(cls):
    names = {name for name, value in list(cls.__dict__.items()) if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(_found(cls, name)):
                names.add(name)
    return frozenset(names)


def _found(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_registry = []
        cls._abc_known = {}
        cls._abc_unknown = {}
        cls._abc_counted = _registrations
        return cls

    def register(cls, subclass):
        """Make a class a subclass that does not know of it."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in cls._abc_known:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in cls._abc_known:
            return True
        if cls._abc_counted < _registrations:
            cls._abc_unknown = {}
            cls._abc_counted = _registrations
        elif subclass in cls._abc_unknown:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (
                cls in getattr(subclass, "__mro__", ())
                or any(issubclass(subclass, known) for known in cls._abc_registry)
                or any(issubclass(subclass, derived) for derived in cls.__subclasses__())
            )
        (cls._abc_known if answer else cls._abc_unknown)[subclass] = True
        return bool(answer)


class ABC(metaclass=ABCMeta):
    """A class to derive abstract classes from."""

    __slots__ = ()


def get_cache_token():
    return _registrations


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls
