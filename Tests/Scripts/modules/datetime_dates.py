# date: making, comparing, arithmetic, weeks, text.
import datetime
from datetime import date, timedelta


def shown(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, date.min, date.max, date.resolution)
print(datetime.MINYEAR, datetime.MAXYEAR)
for arguments in [(0, 1, 1), (10000, 1, 1), (2023, 13, 1), (2023, 2, 29), (2023, 4, 31), (2023, 1, 0), (1900, 2, 29), ("a", 1, 1), (1.5, 1, 1), (2023,), ()]:
    shown(date, *arguments)
shown(date, year=2000, month=12, day=31)

# Ordinals, over leap years and the ends of months.
for ordinal in [1, 31, 32, 59, 60, 365, 366, 1461, 36524, 36525, 146097, 146098, 719163, 738945, 3652059]:
    made = date.fromordinal(ordinal)
    print(ordinal, made, made.toordinal() == ordinal, made.weekday(), made.isoweekday(), tuple(made.isocalendar()), made.timetuple().tm_yday)
day = date(1999, 12, 20)
for _ in range(450):
    assert date.fromordinal(day.toordinal()) == day
    assert date.fromisocalendar(*day.isocalendar()) == day
    day += timedelta(1)
print(day)
shown(date.fromordinal, 0)
shown(date.fromordinal, 3652060)

print(d.isocalendar(), d.isocalendar().week, d.timetuple())
shown(date.fromisocalendar, 2020, 53, 7)
shown(date.fromisocalendar, 2021, 53, 1)
shown(date.fromisocalendar, 2021, 1, 8)
shown(date.fromisocalendar, 0, 1, 1)

print(d + timedelta(1), d - timedelta(60), timedelta(days=366) + d, d - date(2023, 3, 1), d + timedelta(hours=47))
shown(lambda: date.max + timedelta(1))
shown(lambda: date.min - timedelta(1))
shown(lambda: d + 1)
shown(lambda: d + d)
shown(lambda: 1 - d)
print(d < date(2024, 3, 1), d == date(2024, 2, 29), d != d, d >= date.max, d == 5)
shown(lambda: d < 5)
shown(lambda: d < datetime.datetime(2024, 1, 1))
print(d == datetime.datetime(2024, 2, 29), hash(d) == hash(date(2024, 2, 29)), len({d, date(2024, 2, 29), date.min}))

print(d.isoformat(), d.ctime(), date(1, 2, 3).ctime(), d.strftime("%d/%m/%y %A %B %j %%"), f"{d:%Y!}", f"{d}")
for text in ["2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024W09", "2024-13-01", "2024-2-9", "", "2024-02-29x", "2024-W60-1"]:
    shown(date.fromisoformat, text)
shown(date.fromisoformat, 5)
print(d.replace(year=2020), d.replace(day=1), d.replace(2000, 1), date.fromtimestamp(86400 * 366 + 43200))
shown(d.replace, year=2023)
shown(d.replace, 1, 2, 3, 4)


class Special(date):
    def shout(self):
        return f"{self}!"


s = Special(2020, 5, 6)
print(repr(s), s.shout(), type(s + timedelta(1)), type(s.replace(day=1)), type(Special.fromordinal(9)), type(Special.today()))
print(isinstance(s, date), s == date(2020, 5, 6))
import copy
print(copy.copy(d), copy.deepcopy(s), type(copy.copy(s)), d.__reduce__())
print(date.today() >= date(2024, 1, 1), date.__name__, date.__module__, date)
