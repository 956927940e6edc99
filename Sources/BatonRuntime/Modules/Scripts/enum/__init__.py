"""Enumerations: classes whose members are constants with a name and a value."""

from enum._flags import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag
from enum._members import DynamicClassAttribute, auto, member, nonmember, property
from enum._types import Enum, EnumMeta, EnumType, IntEnum, ReprEnum, StrEnum, unique

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_enum", "global_enum_repr",
]


def global_enum_repr(self):
    """A member as `module.NAME`."""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_enum(cls, update_str=False):
    """Put the members of an enumeration into its module, and show them as names of it."""
    import sys

    cls.__repr__ = global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_enum_repr
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


for _part in (EnumType, Enum, ReprEnum, IntEnum, StrEnum, FlagBoundary, Flag, IntFlag, auto, member, nonmember, property):
    _part.__module__ = "enum"
del _part
