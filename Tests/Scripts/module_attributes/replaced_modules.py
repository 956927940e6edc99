"""What sys.modules holds under a name changes: imports give the new one, places that have the old one keep it."""

import sys
import types
import math


def root():
    return math.sqrt(16)


print([root() for _ in range(3)])
stand = types.ModuleType("math")
stand.sqrt = lambda x: ("stand", x)
old = sys.modules["math"]
sys.modules["math"] = stand
print([root() for _ in range(3)])


def imported_root():
    import math

    return math.sqrt(25)


print([imported_root() for _ in range(3)])
sys.modules["math"] = old
print([imported_root() for _ in range(3)])


class Object:
    def sqrt(self, x):
        return ("object", x)


sys.modules["math"] = Object()
print([imported_root() for _ in range(3)])
sys.modules["math"] = old
print([imported_root() for _ in range(3)])
math = stand
print([root() for _ in range(3)])
math = Object
math.sqrt = staticmethod(lambda x: ("class", x))
print([root() for _ in range(3)])
math = old
print([root() for _ in range(3)])

# A replaced function of a module, as tests replace it.
math.sqrt, kept = (lambda x: ("replaced", x)), math.sqrt
print([root() for _ in range(3)], [imported_root() for _ in range(2)])
math.sqrt = kept
print([root() for _ in range(3)], [imported_root() for _ in range(2)])

# A module that dies, and another at once: whatever is where it was is not taken for it.
for number in range(20):
    module = types.ModuleType("short")
    module.function = (lambda number: lambda x: (number, x))(number)
    module.number = number

    def both():
        return module.function(1), module.number

    assert [both() for _ in range(3)] == [((number, 1), number)] * 3


def each(modules):
    return [module.number for module in modules]


modules = []
for number in range(5):
    modules.append(types.ModuleType(f"m{number}"))
    modules[-1].number = number * number
print(each(modules), each(modules[::-1]))
