# time.strptime and datetime.strptime: every directive, what fits and what does not.
import os
import time
from datetime import datetime, date, timezone

os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
time.tzset()


def tried(text, format, function=time.strptime):
    try:
        result = function(text, format)
        print(repr(text), repr(format), "->", tuple(result)[:9] if function is time.strptime else repr(result))
    except Exception as error:
        print(repr(text), repr(format), "->", type(error).__name__, error)


for text, format in [
    ("2024-02-29", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"), ("24/2/9", "%y/%m/%d"), ("68 69", "%y %H"), ("69-1-1", "%y-%m-%d"), ("31 Dec 1999", "%d %b %Y"),
    ("1 january 2001", "%d %B %Y"), ("MONDAY", "%A"), ("tue", "%a"), ("Sun Jan  5 03:04:05 2020", "%c"), ("Sun Jan  5 03:04:05 2020", "%a %b %d %H:%M:%S %Y"),
    ("12/31/99", "%x"), ("23:59:60", "%X"), ("23:59:61", "%H:%M:%S"), ("23:59:62", "%H:%M:%S"), ("24:00", "%H:%M"), ("12:30 AM", "%I:%M %p"),
    ("12:30 pm", "%I:%M %p"), ("1:05PM", "%I:%M%p"), ("13:00 PM", "%I:%M %p"), ("0:00 AM", "%I:%M %p"), ("5 AM 17", "%I %p %H"), ("17 5 PM", "%H %I %p"),
    ("366 2024", "%j %Y"), ("366 2023", "%j %Y"), ("60 2023", "%j %Y"), ("367", "%j"), ("0", "%j"), ("2024 10 3", "%Y %U %w"), ("2024 10 3", "%Y %W %w"),
    ("2024 0 1", "%Y %W %u"), ("2023 0 0", "%Y %U %w"), ("2024 53 6", "%Y %U %w"), ("2024 W05 3", "%G W%V %u"), ("2020 53 5", "%G %V %u"),
    ("2021 53 5", "%G %V %u"), ("2024 05", "%G %V"), ("2024 05 3", "%Y %V %u"), ("05 3", "%V %u"), ("2024 3", "%G %u"), ("2024 100", "%G %j"), ("2024 05 Mon", "%G %V %a"),
    ("100%", "100%%"), ("%", "%%"), ("a  b", "a b"), ("ab", "a b"), ("a b", "a  b"), ("a\tb\n", "a b "), ("2024 x", "%Y x"), ("2024 X", "%Y x"), ("", ""), ("x", ""), ("", "%Y"),
    ("2024", "%Y%m"), ("202413", "%Y%m"), ("2024111", "%Y%m%d"), ("20241111", "%Y%m%d"), ("1112", "%m%d"), ("111", "%H%M"), ("1", "%H%M"), ("123", "%d%m"),
    ("2024-01-01T", "%Y-%m-%d"), ("2024-01-01 extra", "%Y-%m-%d"), ("2024", "%Q"), ("2024", "%"), ("2024", "%Y%"), ("2024", "% Y"), ("2024", "%.Y"), ("2024", "%é"),
    ("CET", "%Z"), ("cest", "%Z"), ("UTC", "%Z"), ("gmt", "%Z"), ("PST", "%Z"), ("+01:00", "%z"), ("+0100", "%z"), ("-01:30:15", "%z"), ("-013015.123456", "%z"), ("Z", "%z"), ("z", "%z"),
    ("+01:0030", "%z"), ("+0100:30", "%z"), ("+1", "%z"), ("+01:60", "%z"), ("+99:59", "%z"), ("1.5", "%S.%f"), ("1.1234567", "%S.%f"), ("1.", "%S.%f"), ("0000", "%Y"), ("9999", "%Y"), ("10000", "%Y"),
    ("02/29", "%m/%j"), ("29 Feb", "%d %b"), ("30 Feb 2024", "%d %b %Y"), ("31 4 2024", "%d %m %Y"), ("May 5", "%B %y"), ("may mayo", "%b mayo"), ("septembers", "%Bs"),
    ("٢٠٢٤", "%Y"), ("2024年1月2日", "%Y年%m月%d日"), ("(2024)", "(%Y)"), ("[a].*", "[a].*"), ("2024\n", "%Y"), ("2024 ", "%Y "), (" 2024", "%Y"), (" 2024", " %Y"), ("2024", "%Y %Y"),
    ("7", "%w"), ("6", "%w"), ("0", "%u"), ("Wednesday 3", "%A %d"), ("wed wednesday", "%a %A")]:
    if format != "%Y %Y":
        tried(text, format)
for text, format in [("2024-02-29 23:59:58.123", "%Y-%m-%d %H:%M:%S.%f"), ("2024-02-29 +01:30", "%Y-%m-%d %z"), ("2024-02-29 -0130 CET", "%Y-%m-%d %z %Z"), ("2024-02-29 UTC", "%Y-%m-%d %Z"),
                     ("2024-02-29 Z", "%Y-%m-%d %z"), ("2024-02-29 +23:59:59.999999", "%Y-%m-%d %z"), ("2024-02-29 +24:00", "%Y-%m-%d %z"), ("12:30", "%H:%M"), ("23:59:60", "%H:%M:%S"),
                     ("Feb 29", "%b %y"), ("2024 5 1", "%Y %U %w"), ("x", "%Y"), ("2024", "%K"), ("1 1 1", "%Y %m %d"), ("-00:00:01", "%z"), ("1.000001", "%S.%f"), ("1.000000", "%S.%f")]:
    tried(text, format, datetime.strptime)


class Moment(datetime):
    pass


print(repr(Moment.strptime("2024", "%Y")), type(Moment.strptime("2024", "%Y")).__name__)
moment = datetime(2024, 7, 9, 13, 4, 5, 678, timezone.utc)
for format in ["%Y-%m-%d %H:%M:%S.%f %z", "%c %f %z", "%A %d %B %Y %I:%M:%S %p %f %z", "%G %V %u %X %f %z", "%j %Y %X.%f%z"]:
    print(format, datetime.strptime(moment.strftime(format), format) == moment)
print(time.strptime("Tue Jul  9 13:04:05 2024") == time.strptime("Tue Jul  9 13:04:05 2024", "%a %b %d %H:%M:%S %Y"), type(time.strptime("1", "%S")).__name__)
print(time.mktime(time.strptime("2024-07-09 12:00 CEST", "%Y-%m-%d %H:%M %Z")), time.strftime("%F", time.strptime("2024 191", "%Y %j")))
for call in [lambda: time.strptime(5, "%Y"), lambda: time.strptime("5", 5), lambda: time.strptime(b"5", "%Y"), lambda: time.strptime(), lambda: time.strptime("a", "b", "c"),
             lambda: datetime.strptime("2024"), lambda: datetime.strptime(2024, "%Y"), lambda: datetime.strptime("2024", b"%Y"), lambda: datetime.strptime("2024", "%Y", "x")]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
