"""Enumerations whose members are bits that can be put together."""

from enum._types import Enum, ReprEnum, StrEnum, set_flag


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    """The bits of a number, lowest first."""
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _binary(number, width):
    """A number in two's complement: the sign, a space, the bits."""
    sign, digits = ("0b0", number) if number >= 0 else ("0b1", number + (1 << max(width, number.bit_length())))
    return f"{sign} {bin(digits)[2:].rjust(width, sign[2])}"


class Flag(Enum, boundary=STRICT):
    """Members are bits; what they make together is no new member, but has the names of its bits."""

    _numeric_repr_ = repr

    @classmethod
    def _begin_flags(cls):
        cls._flag_mask_ = cls._singles_mask_ = 0

    @classmethod
    def _is_canonical(cls, value):
        """Count a value; whether it is a single bit."""
        if not isinstance(value, int):
            return True
        cls._flag_mask_ |= value
        single = value > 0 and value & (value - 1) == 0
        if single:
            cls._singles_mask_ |= value
        return single

    @classmethod
    def _end_flags(cls):
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        cls._inverted_ = None

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except AttributeError:
            raise TypeError(f"invalid flag value {highest!r}") from None

    @classmethod
    def _ejects(cls, value):
        return cls._boundary_ is EJECT and isinstance(value, int)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, everything = cls._flag_mask_, cls._all_bits_
        if not ~everything <= value <= everything or value & (everything ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_binary(value, width)}\n"
                    f"  allowed {_binary(mask, width)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(everything + 1, 1 << value.bit_length()) + value
        if value < 0:
            value = everything + 1 + value if cls._boundary_ is not CONFORM else value & mask
            value &= mask if cls._boundary_ is not KEEP else everything
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [cls._value2member_map_[bit]._name_ for bit in _bits(value & mask) if bit in cls._value2member_map_]
        unknown = value & ~cls._singles_mask_
        if names and unknown:
            names.append(cls._numeric_repr_(unknown))
        made._name_ = "|".join(names) if names else None
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _value_of(cls, other):
        if isinstance(other, cls):
            return other._value_
        if cls._member_type_ is not object and isinstance(other, cls._member_type_):
            return other
        return NotImplemented

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            kind, own = type(other).__qualname__, self.__class__.__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': {kind!r} and {own!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for bit in _bits(self._value_ & self._singles_mask_):
            yield self._value2member_map_[bit]

    def __len__(self):
        return (self._value_ & self._singles_mask_).bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        value = self._numeric_repr_(self._value_) if self._member_type_ is object else repr(self._value_)
        return f"<{name}: {value}>" if self._name_ is None else f"<{name}.{self._name_}: {value}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def __hash__(self):
        return hash(self._value_)

    def _combine(self, other, operation):
        value = self._value_of(other)
        if value is NotImplemented:
            return value
        return self.__class__(operation(self._value_, value))

    def __or__(self, other):
        return self._combine(other, lambda left, right: left | right)

    def __and__(self, other):
        return self._combine(other, lambda left, right: left & right)

    def __xor__(self, other):
        return self._combine(other, lambda left, right: left ^ right)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


set_flag(Flag)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints; bits without a name are kept."""
