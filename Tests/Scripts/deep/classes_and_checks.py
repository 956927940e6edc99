"""Class tuples, class hierarchies and methods that nest deep."""
import types

DEPTH = 100_000


def attempt(what, action):
    try:
        print(what, action())
    except RecursionError as error:
        print(what, str(error)[:32])


def end(what, action):
    """Stacks bear different depths: an answer is as good as a RecursionError."""
    try:
        action()
    except RecursionError:
        pass
    print(what, "ends")


kinds = int
for _ in range(DEPTH):
    kinds = (kinds, str)
end("isinstance", lambda: isinstance(3.0, kinds))
end("issubclass", lambda: issubclass(float, kinds))

method = len
for _ in range(DEPTH):
    method = types.MethodType(method, 1)
del method

base = object
for number in range(300):
    base = type(f"C{number}", (base,), {})
base.__mro__[-2].late = "found"
base.__mro__[-2].__len__ = lambda self: 7
print(base.late, len(base()), len(base.__mro__), isinstance(base(), base.__mro__[-2]))
base.__mro__[-2].__len__ = lambda self: 8
print(len(base()))
del base

union = int
for number in range(500):
    union = union | type(f"U{number}", (), {})
print(isinstance(1.0, union), isinstance(1, union), len(union.__args__))


class Looking:
    def __getattr__(self, name):
        return getattr(self, name)


class Counting:
    def __len__(self):
        return len(self)


attempt("attribute", lambda: Looking().anything)
attempt("length", lambda: len(Counting()))
