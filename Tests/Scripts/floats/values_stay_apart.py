"""Floats never change once somebody has them, however expressions use their memory again."""

import threading


def aliases(x):
    y = z = x
    x = x * 2.0
    y = y + 1.0
    kept = [x, y, z]
    x = x - 0.5
    y = y * y
    z = z - z
    return kept, x, y, z


print(aliases(1.5), aliases(1.5))


def in_containers():
    values = []
    total = 0.0
    for i in range(20):
        total = total + i * 0.5
        values.append(total)
        total = total * 1.0
    pair = (total, total + 1.0)
    total = total - 100.0
    return values, pair, total


print(in_containers())


def swapped(a, b, count):
    for _ in range(count):
        a, b = b * 1.0 + 0.25, a * 1.0 - 0.25
    return a, b


print([swapped(1.0, 2.0, count) for count in range(5)])


def constants(x):
    return 2.0 * x + 3.0 * x - 1.0 + (x + 2.0) * (x - 2.0), x, 2.0, 3.0


print([constants(x) for x in (0.5, 3, -2.25, 2.0, 3.0)], constants(2.0)[2:])


def same_operand(x):
    x = x + x
    x = x * x
    x = x - x / 4.0
    y = x
    x = (x + y) * (x + y) - (x - y)
    return x, y


print(same_operand(1.25), same_operand(3.0))


def closure():
    x = 1.0

    def step():
        nonlocal x
        x = x * 1.5
        return x

    return [step() for _ in range(6)], x


print(closure())


def generated(x):
    while x < 100.0:
        yield x
        x = x * 2.0 + 1.0


print(list(generated(1.0)), [a + b for a, b in zip(generated(1.0), generated(0.5))])


def default(x=0.5, y=2.0):
    x = x * y
    y = y + x
    return x, y


print(default(), default(), default.__defaults__)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def moved(self, by):
        self.x = self.x + by
        self.y = self.y * by
        return self.x * self.x + self.y * self.y


point = Point(1.0, 2.0)
first = point.x
print([point.moved(0.5) for _ in range(4)], point.x, point.y, first)


def odd_values():
    infinite = 1e308 * 10.0
    nothing = infinite - infinite
    zero = -1.0 * 0.0
    return infinite, nothing, zero, nothing == nothing, infinite > 1e308, zero < 0.0, zero + 0.0, zero - 0.0


print(odd_values())


def compared(x, y):
    return (
        x * 1.0 < y * 1.0, x + y <= y + x, x - y == y - x, x * y != y * x, x * x > y * y, x + 0.0 >= y + 0.0,
        "less" if x * 1.0 < y * 1.0 else "not less", "equal" if x + 0.0 == y + 0.0 else "other",
    )


nan = float("nan")
for x in (1.0, -0.0, nan, 5):
    print([compared(x, y) for y in (1.0, 0.0, nan, 5, 2**60)])


def raises(x, y):
    """What has been computed before an exception is dropped, and nothing else."""
    held = x * y
    try:
        return (x + y) * (held - 1.0) / (y - y)
    except ZeroDivisionError as error:
        return str(error), held, x, y


print(raises(1.5, 2.5), raises(3, 4), raises(2.0, 1))


def mixed(x, n, flag):
    return x * n, n * x, x + flag, flag - x, x - n, n + x, x * 10**20, 10**20 - x


print(mixed(0.5, 3, True), mixed(-1.25, 0, False))


class Real(float):
    def __mul__(self, other):
        return ("mul", float(self), float(other))

    def __rsub__(self, other):
        return ("rsub", float(self), float(other))


real = Real(2.5)
print(real * 2.0, 2.0 * real, real + 1.0, 1.0 - real, type(real + 1.0).__name__)


def deep(n, x):
    return x if n == 0 else deep(n - 1, x * 1.0 + 1.0) + x * 0.5 - deep(0, x) * 0.5


print(deep(50, 1.0), deep(50, 1.0))

results = {}


def work(name, x):
    total = 0.0
    for i in range(20_000):
        total = total + x * 2.0 - x * i * 0.001
        other = total * total - total
        total = total - (other - other)
    results[name] = total


threads = [threading.Thread(target=work, args=(i, i + 0.5)) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
expected = dict(results)
for i in range(4):
    work(i, i + 0.5)
print(expected == results, [results[i] for i in range(4)])
