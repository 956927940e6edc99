from collections.abc import (
    Callable, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet,
    Sequence, Set, Sized,
)

checks = [[], (), {}, set(), frozenset(), "s", b"b", range(3), iter([]), len, 1, (x for x in ()), {}.keys()]
kinds = [Callable, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence,
         MutableSet, Sequence, Set, Sized]
for value in checks:
    print(type(value).__name__, [kind.__name__ for kind in kinds if isinstance(value, kind)])


class Ring(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        if not 0 <= index < len(self.items):
            raise IndexError
        return self.items[index]

    def __len__(self):
        return len(self.items)


ring = Ring(1, 2, 3, 2)
print(list(ring), list(reversed(ring)), 2 in ring, ring.index(2), ring.count(2))


class Bag(MutableSet):
    def __init__(self, items=()):
        self.data = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def add(self, item):
        if item not in self.data:
            self.data.append(item)

    def discard(self, item):
        if item in self.data:
            self.data.remove(item)


bag = Bag([1, 2, 3])
print(sorted(bag & {2, 3, 4}), sorted(bag | {9}), sorted(bag - {1}), sorted(bag ^ {3, 4}), bag <= Bag(range(9)))
bag |= {7}
bag -= {1}
print(sorted(bag), bag.isdisjoint({100}))
try:
    bag.remove(55)
except KeyError as error:
    print("KeyError", error)


class Half(Mapping):
    pass


try:
    Half()
except TypeError as error:
    print(error)


class Table(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, key):
        return self.d[key]

    def __setitem__(self, key, value):
        self.d[key] = value

    def __delitem__(self, key):
        del self.d[key]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


table = Table()
table.update({"a": 1}, b=2)
print(dict(table), list(table.items()), table.setdefault("c", 3), table.pop("a"), table.get("zz"), table == {"b": 2, "c": 3})
table.clear()
print(len(table))
