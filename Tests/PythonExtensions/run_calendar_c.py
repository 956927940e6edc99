# What calendar_c.c makes and reads, printed; the same under CPython and under Baton.
import calendar_c as c
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def shown(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Day(date):
    pass


class Moment(datetime):
    pass


for value in [date(2024, 2, 29), Day(1, 2, 3), datetime(9999, 12, 31, 23, 59, 58, 999999), datetime(1, 1, 1, fold=1, tzinfo=timezone.utc),
              Moment(300, 4, 5), time(1, 2, 3, 70000), time(4, tzinfo=timezone.utc, fold=1), timedelta(-1, 5, 6), timedelta.max,
              timezone.utc, 5]:
    print(repr(value), c.fields(value))
print(c.fields(tzinfo()))
shown(c.date, 2024, 2, 29)
shown(c.date, 2023, 2, 29)
shown(c.datetime, 2024, 2, 29, 1, 2, 3, 4)
shown(c.datetime, 2024, 2, 29, 1, 2, 3, 4, 1)
shown(c.datetime, 2024, 2, 29, 24, 2, 3, 4)
shown(c.datetime, 2024, 2, 29, 1, 2, 3, 4, 2)
shown(c.aware, timezone.utc)
shown(c.aware, None)
shown(c.aware, 5)
shown(c.time, 1, 2, 3, 4)
shown(c.time, 1, 2, 3, 4, 1)
shown(c.time, 1, 60, 3, 4)
shown(c.delta, 1, 2, 3)
shown(c.delta, -1, 86400 * 3, -5)
shown(c.delta, 999999999, 86400, 0)
shown(c.zone, timedelta(hours=1))
shown(c.zone, timedelta(hours=1), "X")
shown(c.zone, timedelta(0))
shown(c.zone, timedelta(1))
print(c.utc() is timezone.utc)
shown(c.stamp, 1700000000.5, timezone.utc)
shown(c.stamp, "x")
shown(c.day_of_stamp, 86400 * 400 + 43200)
