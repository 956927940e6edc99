# time and datetime: fields, checks, text, comparison, arithmetic.
from datetime import date, datetime, time, timedelta, timezone


def shown(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


t = time(12, 34, 56, 7)
print(t, repr(t), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold, time(), time.min, time.max)
for arguments in [(24,), (-1,), (0, 60), (0, 0, 60), (0, 0, 0, 1000000), ("a",), (1.0,), (1, 2, 3, 4, 5)]:
    shown(time, *arguments)
shown(time, fold=2)
shown(time, fold=1)
print(repr(time(1, 2)), repr(time(1, 2, 3)), repr(time(1, 2, 0, 4)), repr(time(1, tzinfo=timezone.utc, fold=1)))
for spec in ["auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"]:
    print(t.isoformat(spec), datetime(2020, 1, 2, 3, 4, 5, 6789).isoformat(timespec=spec))
shown(t.isoformat, "days")
print(t < time(13), t == time(12, 34, 56, 7), t == 5, bool(time()), hash(t) == hash(t.replace()), t.replace(hour=1, fold=1))
shown(lambda: t < 5)
shown(lambda: t - t)
shown(lambda: t < time(1, tzinfo=timezone.utc))
print(t == t.replace(tzinfo=timezone.utc))
print(t.strftime("%H %M %S %f %Y-%m-%d %z|%Z|"), f"{t:%H}", t.utcoffset(), t.tzname(), t.dst())
for text in ["04:05", "04", "0405", "040506", "T04:05:06.7", "04:05:06,123456789", "04:05:06+01:30", "04:05Z", "04:05:06-00:00", "4:05", "04:", "04:05+25:00", "04:61", "", "04:05x", "04:05:06.", "04:0506"]:
    shown(time.fromisoformat, text)

m = datetime(2024, 2, 29, 23, 59, 58, 999999)
print(m, repr(m), m.date(), m.time(), m.timetz(), m.timetuple(), m.utctimetuple().tm_isdst)
print(datetime.min, datetime.max, datetime.resolution, repr(datetime(1, 1, 1)), repr(datetime(1, 1, 1, 1, 1, 1)))
for arguments in [(2024,), (2024, 1), (2024, 13, 1), (2024, 1, 32), (2024, 1, 1, 24), (2024, 1, 1, 0, 60), ("x", 1, 1), (1, 1, 1, 1, 1, 1, 1, 5)]:
    shown(datetime, *arguments)
print(m + timedelta(microseconds=1), m - timedelta(days=59, hours=24), timedelta(1) + m, m - datetime(2023, 1, 1))
shown(lambda: datetime.max + timedelta.resolution)
shown(lambda: datetime.min - timedelta.resolution)
shown(lambda: m - date(2024, 1, 1))
shown(lambda: date(2024, 1, 1) - m)
shown(lambda: m + 1)
shown(lambda: m + m)
print(m < datetime.max, m == datetime(2024, 2, 29, 23, 59, 58, 999999), m == 5, m != m, hash(m) == hash(m.replace()))
shown(lambda: m < date(2024, 1, 1))
print(m.isoformat(), m.isoformat(" "), m.isoformat("é", "minutes"), m.ctime(), m.strftime("%a %d %b %Y %H:%M:%S.%f %p %j %U"), f"{m:%H:%M}", f"{m}")
for text in ["2024-02-29", "2024-02-29T01:02:03", "2024-02-29 01:02", "20240229T010203", "2024-W09-4T05", "2024W094T05",
             "2024-W09T05:06", "2024-02-29T01:02:03.123+05:30", "2024-02-29T01:02:03Z", "2024-02-29é01", "20240229010203", "2024-02-30T01",
             "2024-02-29T25", "2024-02-29T", "abc", "2024-02-29T01:02:03.1234567", "2024-02-29T01:02:03-12:34:56.789"]:
    shown(datetime.fromisoformat, text)
print(m.replace(year=2000, fold=1), repr(m.replace(fold=1)), m.replace(tzinfo=timezone.utc), m.replace(1, 2, 3, 4))
print(datetime.combine(date(2020, 1, 2), t), datetime.combine(m, time(1, tzinfo=timezone.utc)), datetime.combine(m, t, timezone.utc))
shown(datetime.combine, 1, t)
shown(datetime.combine, date.min, 2)
print(datetime.fromordinal(738945), datetime.fromisocalendar(2024, 9, 4), m.isocalendar(), m.weekday(), m.toordinal())


class Moment(datetime):
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls, *args, **kwargs)


s = Moment(2020, 5, 6, 7)
print(repr(s), type(s + timedelta(1)), type(s.replace(day=1)), type(Moment.now()), type(Moment.fromisoformat("2020-01-01")), type(Moment.combine(m, t)), type(s.date()))
import copy
print(copy.copy(m), m.__reduce__(), m.replace(fold=1, tzinfo=timezone.utc).__reduce__(), copy.deepcopy(s), t.__reduce__(), copy.copy(t.replace(fold=1)).fold)
print(isinstance(m, date), issubclass(datetime, date), datetime.now() > m)
