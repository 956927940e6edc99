# Time zones: timezone, tzinfo of a script's own, conversions, timestamps.
import datetime as module
import os
import time as clock
from datetime import datetime, time, timedelta, timezone, tzinfo


def shown(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print(module.UTC is timezone.utc, repr(timezone.utc), timezone.utc, timezone.min, timezone.max)
india = timezone(timedelta(hours=5, minutes=30), "IST")
west = timezone(-timedelta(hours=3, seconds=7, microseconds=9))
print(repr(india), india, repr(west), west, timezone(timedelta(0)) is timezone.utc, timezone(timedelta(0), "X"))
print(india == timezone(timedelta(hours=5, minutes=30)), india != west, hash(india) == hash(timezone(timedelta(minutes=330))), india == 5)
for arguments in [(timedelta(1),), (5,), (timedelta(0), 5), ()]:
    shown(timezone, *arguments)
print(india.utcoffset(None), india.tzname(None), india.dst(None))
shown(india.utcoffset, 5)
shown(india.fromutc, datetime(2020, 1, 1))
shown(india.fromutc, 5)

m = datetime(2024, 3, 10, 12, tzinfo=india)
print(m, repr(m), m.utcoffset(), m.tzname(), m.dst(), m.astimezone(timezone.utc), m.astimezone(west), m.astimezone(india) is m)
print(m.utctimetuple(), m.timestamp(), m == m.astimezone(west), hash(m) == hash(m.astimezone(west)), m - m.astimezone(west))
print(m.strftime("%z %:z %Z"), west.utcoffset(None), datetime(2020, 1, 1, tzinfo=west).strftime("%z %:z %Z"))
naive = datetime(2024, 3, 10, 12)
print(m == naive, m != naive)
shown(lambda: m < naive)
shown(lambda: m - naive)
print(time(1, tzinfo=india) < time(1, tzinfo=timezone.utc), time(6, 30, tzinfo=india) == time(1, tzinfo=timezone.utc), time(1, tzinfo=india))


class Summer(tzinfo):
    """One hour east, one more from April to September."""

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 4 <= dt.month <= 9 else timedelta(0)

    def tzname(self, dt):
        return "CEST" if self.dst(dt) else "CET"


zone = Summer()
for month in [1, 6]:
    here = datetime(2024, month, 1, 12, tzinfo=zone)
    print(here, here.tzname(), here.dst(), here.astimezone(timezone.utc), datetime(2024, month, 1, tzinfo=timezone.utc).astimezone(zone), here.timetuple().tm_isdst)


class Broken(tzinfo):
    def __init__(self, answer):
        self.answer = answer

    def utcoffset(self, dt):
        return self.answer

    def tzname(self, dt):
        return self.answer


for answer in [5, timedelta(1), None, "x"]:
    here = datetime(2024, 1, 1, tzinfo=Broken(answer))
    shown(here.utcoffset)
    shown(here.tzname)
    shown(here.isoformat)
shown(lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).utcoffset())
shown(lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).tzname())
shown(datetime, 2024, 1, 1, tzinfo="utc")
shown(naive.astimezone, "utc")

for stamp in [0, 1, -1, 1.5, -1.5, 1e9, 1700000000.123456, 0.1234565, 1e-7, -1e-7, 253402300799]:
    print(stamp, datetime.fromtimestamp(stamp, timezone.utc), datetime.fromtimestamp(stamp, timezone.utc).timestamp())
shown(datetime.fromtimestamp, float("nan"))
shown(datetime.fromtimestamp, 1e30)
shown(datetime.fromtimestamp, 253402300800, timezone.utc)
shown(datetime.fromtimestamp, "5")

# Local time, with a fold and a gap.
os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
clock.tzset()
print(datetime.fromtimestamp(1711846800), datetime.fromtimestamp(1730000000))
for stamp in [1729987200 + hour * 1800 for hour in range(8)]:
    made = datetime.fromtimestamp(stamp)
    print(made, made.fold, made.timestamp() == stamp, made.astimezone())
for fold in [0, 1]:
    print(datetime(2024, 3, 31, 2, 30, fold=fold).timestamp(), datetime(2024, 10, 27, 2, 30, fold=fold).timestamp())
print(naive.astimezone(), naive.astimezone(timezone.utc), m.astimezone())
import copy
print(copy.copy(india), copy.deepcopy(m), india.__reduce__())
print(abs(datetime.now(timezone.utc) - datetime.now().astimezone()) < timedelta(minutes=1))
