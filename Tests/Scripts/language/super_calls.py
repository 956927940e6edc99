"""super() in its ways: methods, properties, class methods, several bases, and what goes wrong."""


class Base:
    kind = "base"

    def __init__(self, value=0):
        self.value = value

    def name(self):
        return f"base {self.value}"

    @property
    def doubled(self):
        return self.value * 2

    @classmethod
    def make(cls, value):
        return cls(value)

    @staticmethod
    def free(value):
        return value + 1


class Left(Base):
    def __init__(self, value):
        super().__init__(value)
        self.left = True

    def name(self):
        return "left " + super().name()

    @property
    def doubled(self):
        return super().doubled + 1

    @classmethod
    def make(cls, value):
        return super().make(value + 10)

    def all(self):
        return super().kind, super().free(4), super().name(), [super(Left, self).name() for _ in range(2)]


class Right(Base):
    def name(self):
        return "right " + super().name()


class Both(Left, Right):
    def name(self):
        bound = super().name
        return "both " + bound()


for kind in (Left, Right, Both):
    thing = kind(7)
    print(thing.name(), thing.doubled, kind.make(1).value)
print(Left(3).all())


class Wrong(Base):
    def absent(self):
        return super().absent()

    def moved(self):
        self = 5
        return super().name()


for method in (Wrong().absent, Wrong().moved):
    try:
        print(method())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Sized:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index * 2

    def __call__(self, *args):
        return args

    def __eq__(self, other):
        return isinstance(other, Sized)

    def __contains__(self, item):
        return item == 4

    __hash__ = None


sized = Sized()
print(len(sized), sized[4], sized(1, 2), sized == Sized(), sized != 3, 4 in sized, 5 in sized, bool(sized))
print(isinstance(True, int), isinstance(5, bool), isinstance(5, (str, int)), isinstance(Both(1), Right), abs(-7), abs(7), abs(True))
print(len("é€"), len((1, 2)), len({}), len({1: 2}), len([]))


def defaults(a, b=300, c="c", *, d=4):
    return a, b, c, d


print(defaults(1), defaults(1, 2), defaults(1, 2, 3), defaults(1, c=5), defaults(1, d=6))
try:
    defaults()
except TypeError as error:
    print(error)
numbers = {}
print(numbers.get(5), numbers.get(5, 6), numbers.get("x", numbers))
numbers[5] = 7
numbers[True] = "true"
numbers[2.0] = "two"
print(numbers.get(5), numbers.get(1), numbers.get(2), 2 in numbers, 1 in numbers, 3 in numbers, numbers)
try:
    numbers.get([])
except TypeError as error:
    print(error)
try:
    print([] in numbers)
except TypeError as error:
    print(error)
rows = []
print(rows.append(300), rows, [].append is [].append)
