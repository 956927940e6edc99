"""The class of enumerations, and enumerations that are no flags."""

import sys
from enum._members import Body, caller_module
from enum._members import property as member_property
from types import MappingProxyType

_not_given = object()

# Filled in as the classes are made: the class of enumerations is there before the first of them.
Enum = ReprEnum = Flag = None


def set_flag(cls):
    """Tell the class of enumerations which of them are flags."""
    global Flag
    Flag = cls


def _data_type(name, bases):
    """The type that members are, beside being members: object if no base is one."""
    found = []
    for base in bases:
        candidate = None
        for step in base.__mro__:
            if step is object or (isinstance(step, EnumType) and step._member_type_ is object):
                continue
            if isinstance(step, EnumType):
                found.append(step._member_type_)
                break
            if "__new__" in step.__dict__ or "__dataclass_fields__" in step.__dict__:
                found.append(candidate or step)
                break
            candidate = candidate or step
    kinds = list(dict.fromkeys(found))
    if len(kinds) > 1:
        raise TypeError(f"too many data types for {name!r}: {set(kinds)!r}")
    return kinds[0] if kinds else object


def _bases_of(name, bases):
    """The data type and the last base, which is an enumeration."""
    if not bases:
        return object, Enum
    last = bases[-1]
    if not isinstance(last, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    return _data_type(name, bases), last


def _maker(body, data_type, enum_base):
    """What makes a member, whether it is saved for subclasses, and whether it takes the value."""
    new = body.get("__new__")
    if enum_base is None:
        return object.__new__, False, False
    if new is None:
        for candidate in (getattr(data_type, "__new_member__", None), getattr(enum_base, "__new_member__", None),
                          data_type.__new__, enum_base.__new__):
            if candidate not in (None, object.__new__, Enum.__dict__["__new__"].__func__):
                return candidate, False, True
        return object.__new__, False, False
    return new, True, new is not object.__new__


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, name, bases, *, boundary=None, _simple=False, **kwargs):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
        if Enum is None:
            return Body(name, None)
        _, last = _bases_of(name, bases)
        return Body(name, last._generate_next_value_)

    def __new__(metacls, name, bases, body, *, boundary=None, _simple=False, **kwargs):
        names = list(body.members)
        for forbidden in set(names) & {"mro", ""}:
            raise ValueError(f"invalid enum member name(s) {forbidden!r}")
        if Enum is None:
            data_type, last = object, None
        else:
            data_type, last = _bases_of(name, bases)
        new, is_own, uses_args = _maker(body, data_type, last)
        namespace = {key: value for key, value in body.items() if key not in body.members and key not in body.ignored}
        namespace.pop("_ignore_", None)
        if "_generate_next_value_" in namespace and not isinstance(namespace["_generate_next_value_"], staticmethod):
            namespace["_generate_next_value_"] = staticmethod(namespace["_generate_next_value_"])
        order = namespace.pop("_order_", None)
        namespace.update(_new_member_=staticmethod(new), _use_args_=uses_args, _member_names_=[], _member_map_={},
                         _value2member_map_={}, _unhashable_values_=[], _member_type_=data_type)
        if is_own:
            namespace["__new_member__"] = staticmethod(new)
        cls = type.__new__(metacls, name, bases, namespace, **kwargs)
        if last is None:
            return cls
        cls._boundary_ = boundary or getattr(last, "_boundary_", None)
        cls._take_methods(namespace, data_type, bases)
        if Flag is not None and issubclass(cls, Flag):
            cls._begin_flags()
        for key in names:
            cls._make_member(key, body[key])
        if Flag is not None and issubclass(cls, Flag):
            cls._end_flags()
        type.__setattr__(cls, "__new__", Enum.__new__)
        cls._check_order(order)
        return cls

    def __init__(cls, *args, **kwargs):
        pass

    def _take_methods(cls, namespace, data_type, bases):
        """Text and format are those of the enumeration, or, below ReprEnum, of the data type."""
        if ReprEnum is not None and ReprEnum in bases and data_type is not object:
            for method in ("__format__", "__str__"):
                if method not in namespace:
                    own = getattr(data_type, method)
                    if method == "__str__" and own is object.__str__:
                        own = data_type.__repr__
                    namespace[method] = own
                    type.__setattr__(cls, method, own)
        base = bases[-1] if bases else Enum
        for method in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if method in namespace or not hasattr(base, method):
                continue
            found, kind = getattr(cls, method), getattr(data_type, method, None)
            if found in (kind, getattr(object, method, None)):
                type.__setattr__(cls, method, getattr(base, method))
        if Flag is not None and issubclass(cls, Flag):
            # Not those of int, which would make ints.
            for method in ("or", "and", "xor", "ror", "rand", "rxor", "invert"):
                if f"__{method}__" not in namespace:
                    type.__setattr__(cls, f"__{method}__", getattr(Flag, f"__{method}__"))

    def _make_member(cls, key, value):
        args = value if isinstance(value, tuple) and cls._member_type_ is not tuple else (value,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if "_value_" not in made.__dict__:
            try:
                made._value_ = value if cls._member_type_ is object else cls._member_type_(*args)
            except Exception as error:
                new = TypeError("_value_ not set in __new__, unable to create it")
                new.__cause__ = error
                raise new
        made._name_ = key
        made.__objclass__ = cls
        made.__init__(*args)
        value = made._value_
        known = cls._member_with(value)
        if known is None:
            made._sort_order_ = len(cls._member_names_)
            if Flag is None or not issubclass(cls, Flag) or cls._is_canonical(value):
                cls._member_names_.append(key)
        member = made if known is None else known
        cls._member_map_[key] = member
        if key not in ("name", "value"):
            type.__setattr__(cls, key, member)
        if known is None:
            cls._remember(value, made)

    def _remember(cls, value, member):
        try:
            cls._value2member_map_.setdefault(value, member)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _member_with(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member

    def _check_order(cls, order):
        if order is None:
            return
        wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        if [key for key in wanted if key in cls._member_names_] != cls._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {wanted!r}")

    def __call__(cls, value=_not_given, names=_not_given, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names, *values)
            if value is _not_given:
                raise TypeError(f"{cls.__name__}.__new__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(value, () if names is _not_given else names, module=module or caller_module(1),
                            qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """Make an enumeration of names: of `A B`, of a list of names or pairs, of a mapping."""
        bases = (cls,) if type is None else (type, cls)
        body = cls.__class__.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values, pairs = [], []
            for count, name in enumerate(names):
                value = body.generate(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names:
            key, value = (item, names[item]) if isinstance(item, str) else item
            body[key] = value
        if module is not None:
            body["__module__"] = module
        if qualname is not None:
            body["__qualname__"] = qualname
        return cls.__class__(class_name, bases, body, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Make an enumeration of a module's constants, whose names then mean its members."""
        space = sys.modules[module].__dict__
        source = space if source is None else source.__dict__
        pairs = sorted(((key, source[key]) for key in source if filter(key)), key=lambda pair: (pair[1], pair[0]))
        made = cls(name, pairs, module=module, boundary=boundary)
        space.update(made.__members__)
        space[name] = made
        return made

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        shown = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", "__init_subclass__", *cls._member_names_}
        return sorted(shown)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    @member_property
    def name(self):
        return self._name_

    @member_property
    def value(self):
        return self._value_

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._member_with(value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        context = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            context, result = error, None
        if isinstance(result, cls) or (Flag is not None and issubclass(cls, Flag) and cls._ejects(result)):
            return result
        failure = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and context is None:
            raise failure
        if context is None:
            context = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
        if not isinstance(context, ValueError):
            context.__context__ = failure
        raise context

    def __init__(self, *args, **kwargs):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = getattr(self.__class__, "_value_repr_", None) or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __dir__(self):
        own = {name for kind in type(self).__mro__ for name in kind.__dict__ if name[0] != "_"}
        return sorted((own - set(self._member_map_)) | {"__class__", "__doc__", "__eq__", "__hash__", "__module__",
                                                       "name", "value"})


class ReprEnum(Enum):
    """Only the repr is that of an enumeration; text and format are the data type's."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for value, what in zip(values[1:], ("encoding", "errors")):
            if not isinstance(value, str):
                raise TypeError(f"{what} must be a string, not {value!r}")
        self = str.__new__(cls, *values)
        self._value_ = str(*values)
        return self

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def unique(enumeration):
    """Refuse two names of one value."""
    twice = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if twice:
        details = ", ".join(f"{alias} -> {name}" for alias, name in twice)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration
