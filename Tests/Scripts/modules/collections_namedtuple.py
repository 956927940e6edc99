from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), Point._fields, p._asdict(), p._replace(x=9))
x, y = p
print(x, y, Point._make([5, 6]), hash(p) == hash((1, 2)), isinstance(p, tuple))
Line = namedtuple("Line", ["start", "end", "width"], defaults=[1])
print(Line(0, 2), Line._field_defaults, Line.__doc__, Line.__name__)
print(namedtuple("Odd", "a class a b", rename=True)._fields)
for bad in ("class", "_x", "a a", "1a"):
    try:
        namedtuple("Bad", bad)
    except ValueError as error:
        print(error)
for call in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point._make([1]), lambda: p._replace(z=1)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    p.x = 3
except AttributeError as error:
    print(error)


class Vector(Point):
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5


print(Vector(3, 4).length(), Vector(3, 4), Point.x.__doc__)
