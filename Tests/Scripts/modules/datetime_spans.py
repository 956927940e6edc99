# timedelta: making, normal form, arithmetic, text.
from datetime import timedelta


def shown(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


for arguments in [{}, {"days": 1}, {"seconds": -1}, {"microseconds": -1}, {"milliseconds": 1500}, {"minutes": 90},
                  {"hours": -25}, {"weeks": 2}, {"days": 0.5}, {"seconds": 1e-7}, {"microseconds": 0.5},
                  {"microseconds": 1.5}, {"microseconds": 2.5}, {"days": 1.1, "hours": 0.3}, {"weeks": 1 / 7},
                  {"days": 999999999, "hours": 23}, {"days": 1000000000}, {"days": -999999999, "seconds": -1},
                  {"days": "a"}, {"days": None}, {"years": 1}, {"seconds": float("nan")}, {"hours": 1e300}]:
    try:
        made = timedelta(**arguments)
        print(arguments, repr(made), made, made.total_seconds())
    except Exception as error:
        print(arguments, type(error).__name__, str(error) if "hours" not in arguments else "")
shown(timedelta, 1, 2, 3, 4, 5, 6, 7)
print(timedelta.min, timedelta.max, timedelta.resolution)
a, b = timedelta(days=3, seconds=7, microseconds=11), timedelta(hours=5)
print(a + b, a - b, b - a, -a, +a, abs(-a), a * 3, 3 * a, a * -0.5, a // 7, a / 7, a / 2.5, a // b, a % b, divmod(a, b), a / b)
print(divmod(-a, b), -a // b, -a % b, -a // 7, -a / 7, a * 1e-9, a / 1e9, timedelta.max // timedelta.resolution)
print(timedelta.max / timedelta.resolution, timedelta.max.total_seconds(), timedelta.min.total_seconds())
print(timedelta(microseconds=5) / 2, timedelta(microseconds=7) / 2, timedelta(microseconds=5) * 0.5, timedelta(microseconds=7) * 0.5, timedelta(microseconds=-5) / 2)
shown(lambda: a / 0)
shown(lambda: a // 0)
shown(lambda: a / 0.0)
shown(lambda: a // timedelta())
shown(lambda: a % timedelta())
shown(lambda: a * a)
shown(lambda: a + 1)
shown(lambda: 1 / a)
shown(lambda: a * float("nan"))
shown(lambda: a * float("inf"))
shown(lambda: timedelta.max + timedelta.resolution)
shown(lambda: timedelta.max * 2)
shown(lambda: -timedelta.max - timedelta(days=2))
print(a < b, a > b, a == timedelta(3, 7, 11), a != b, a == 5, bool(timedelta()), bool(a))
shown(lambda: a < 5)
print(hash(a) == hash(timedelta(3, 7, 11)), len({a, b, timedelta(3, 7, 11)}), sum([a, b], timedelta()))
print(a.days, a.seconds, a.microseconds)
shown(setattr, a, "days", 5)


class Span(timedelta):
    pass


s = Span(1, 2)
print(repr(s), type(s + s), type(-s), s == timedelta(1, 2))
import copy
print(copy.copy(a), a.__reduce__(), type(copy.deepcopy(s)))
for factor in [0.1, 1 / 3, 1e-5, 123456.789, -2.75, 5e-324, 1e17]:
    shown(lambda: a * factor)
    try:
        print(a / factor)
    except OverflowError:
        print("overflow")
