from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False, default="item")
    tags: list = field(default_factory=list, repr=False)


p = Point(1)
print(p, p == Point(1, 0), p != Point(2), replace(p, y=5), asdict(p), astuple(p), Point.__match_args__)
a, b = Item(1.0, "a"), Item(2.0, "b")
a.tags.append("new")
print(a, b.tags, a < b, sorted([b, a]), [f.name for f in fields(Item)], is_dataclass(p), is_dataclass(3))


@dataclass(frozen=True)
class Fixed:
    value: int


f = Fixed(3)
print(hash(f) == hash(Fixed(3)), {f: 1}[Fixed(3)])
try:
    f.value = 4
except FrozenInstanceError as error:
    print(error)


@dataclass
class Child(Point):
    z: int = 9
    total: int = field(init=False, default=0)

    def __post_init__(self):
        self.total = self.x + self.y + self.z


print(Child(1, 2, 3), Child(1))


@dataclass(kw_only=True)
class Named:
    a: int
    b: int = 2


print(Named(a=1))
for call in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Named(1), lambda: fields(3), lambda: hash(p)):
    try:
        call()
    except TypeError as error:
        print(type(error).__name__)
try:

    @dataclass
    class Bad:
        items: list = []

except ValueError as error:
    print(error)
try:

    @dataclass
    class Order:
        a: int = 1
        b: int

except TypeError as error:
    print(error)


@dataclass
class Tree:
    left: "Tree" = None
    rows: list = field(default_factory=list)


print(asdict(Tree(Tree(), [Point(1)])))
