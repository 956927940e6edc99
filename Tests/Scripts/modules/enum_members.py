import copy
import enum
from enum import Enum, IntEnum, StrEnum, auto, unique


def failing(body):
    try:
        print(body())
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    """Colors."""

    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = auto()

    def shout(self):
        return self.name + "!"

    @property
    def half(self):
        return self.value / 2

    @classmethod
    def first(cls):
        return next(iter(cls))


print(list(Color), len(Color), Color.__doc__, Color)
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.BLUE.value, Color.CRIMSON is Color.RED)
print(Color(1), Color["GREEN"], Color.RED.shout(), Color.GREEN.half, Color.first())
print(Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED in Color, 1 in Color, 9 in Color)
print(list(Color.__members__.items()), list(reversed(Color)), bool(Color), type(Color), type(Color.RED))
print({Color.RED: "r"}[Color.CRIMSON], f"{Color.RED}", f"{Color.RED:>12}", "%s" % Color.RED)
failing(lambda: Color(7))
failing(lambda: Color["PINK"])
failing(lambda: Color.PINK)
failing(lambda: setattr(Color, "RED", 3))
failing(lambda: delattr(Color, "RED"))
failing(lambda: setattr(Color.RED, "name", 3))
failing(lambda: Color.RED < Color.GREEN)
failing(lambda: Enum("Empty"))
failing(lambda: unique(Color))
try:

    class More(Color):
        pass
except TypeError as error:
    print(error)
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, isinstance(Color.RED, Color))


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW, repr(Level.LOW), Level.LOW < Level.HIGH, Level.LOW + 1, f"{Level.HIGH:04d}", int(Level.HIGH), Level(10))
print(sorted([Level.HIGH, Level.LOW]), Level.LOW == 1, [10, 20, 30][Level.LOW], hash(Level.LOW) == hash(1), str(Level.LOW))


class Word(StrEnum):
    HELLO = auto()
    BYE = "so long"


print(Word.HELLO, repr(Word.BYE), Word.BYE.upper(), Word("hello"), Word.HELLO == "hello", f"{Word.BYE!r:>24}|{Word.BYE:>9}")
failing(lambda: StrEnum("Bad", [("A", 1)]))


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Planet.EARTH.mass, Planet.MARS.value, Planet((6.421e23, 3.3972e6)), [planet.radius for planet in Planet])


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        self = bytes.__new__(cls, [value])
        self._value_ = value
        self.label = label
        return self

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coordinate.PX, Coordinate.PY.label, bytes(Coordinate.PY), Coordinate(1))


class Odd(Enum):
    ONE = 1

    @classmethod
    def _missing_(cls, value):
        return cls.ONE if isinstance(value, int) and value % 2 else None


print(Odd(3), Odd(-1))
failing(lambda: Odd(2))
failing(lambda: Odd("x"))


class Lists(Enum):
    A = [1]
    B = [2]
    C = [1]


print(Lists([2]), Lists.C, [1] in Lists, list(Lists))


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}/{start}/{count}/{last_values}"

    NORTH = auto()
    SOUTH = auto()


print([member.value for member in Named])
Animal = Enum("Animal", "ANT BEE CAT")
print(Animal, list(Animal), Animal.ANT.__class__.__module__)
print(list(Enum("Pairs", [("X", 5), ("Y", 6)])), list(Enum("Map", {"K": "v"})), list(IntEnum("Start", ["A", "B"], start=7)))


class Nested(Enum):
    _ignore_ = ["temporary"]
    temporary = 3
    WHOLE = temporary + 1
    plain = enum.nonmember(9)
    call = enum.member(len)

    def method(self):
        return "method"


print(list(Nested), Nested.plain, Nested.call.value("four"), Nested.WHOLE.method(), hasattr(Nested, "temporary"))
try:

    class Twice(Enum):
        A = 1
        A = 2
except TypeError as error:
    print(error)
try:

    @unique
    class Double(Enum):
        A = 1
        B = 1
        C = 1
except ValueError as error:
    print(error)
try:

    class Reserved(Enum):
        _mine_ = 1
except ValueError as error:
    print(error)
