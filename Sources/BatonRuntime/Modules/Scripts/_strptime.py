"""Reading dates and times by a format: time.strptime and datetime.datetime.strptime.

A format is a row of steps. A step tells where it may end in a text, the likeliest end first, and the first way through all
steps counts, as with the regular expression that CPython makes of a format.
"""

import time
import _warnings
from datetime import date, timedelta, timezone

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december"]
_ASCII_DIGITS = "0123456789"


# What a number may look like, the first that fits first: `#` is any digit, `01` within brackets one of these.
_NUMBERS = {
    "d": "3[01] [12]# 0[123456789] [123456789] _[123456789]",
    "H": "2[0123] [01]# #",
    "I": "1[012] 0[123456789] [123456789]",
    "G": "####",
    "j": "36[0123456] 3[012345]# [12]## 0[123456789]# 00[123456789] [123456789]# 0[123456789] [123456789]",
    "m": "1[012] 0[123456789] [123456789]",
    "M": "[012345]# #",
    "S": "6[01] [012345]# #",
    "U": "5[0123] [01234]# #",
    "V": "5[0123] 0[123456789] [1234]# #",
    "W": "5[0123] [01234]# #",
    "Y": "####",
    "u": "[1234567]",
    "w": "[0123456]",
    "y": "##",
}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


def _characters(form):
    """The characters that may stand at each place; None for any digit."""
    places = []
    while form:
        if form[0] == "[":
            inside, _, form = form[1:].partition("]")
            places.append(inside)
        else:
            places.append({"#": None, "_": " "}.get(form[0], form[0]))
            form = form[1:]
    return places


_FORMS = {key: [_characters(form) for form in forms.split(" ")] for key, forms in _NUMBERS.items()}


def _number(key):
    forms = _FORMS[key]

    def ends(text, start):
        for form in forms:
            part = text[start:start + len(form)]
            if len(part) == len(form) and all(
                    c.isdecimal() if allowed is None else c in allowed for c, allowed in zip(part, form)):
                yield start + len(form)
    return ends


def _word(words):
    words = sorted(words, key=len, reverse=True)

    def ends(text, start):
        for word in words:
            if text[start:start + len(word)].lower() == word:
                yield start + len(word)
    return ends


def _fraction(text, start):
    end = start
    while end < len(text) and end < start + 6 and text[end] in _ASCII_DIGITS:
        end += 1
    yield from range(end, start, -1)


def _digits(text, start, first):
    """Whether two digits stand here, of which the first is one of these; None for any."""
    part = text[start:start + 2]
    return len(part) == 2 and (part[0].isdecimal() if first is None else part[0] in first) and part[1].isdecimal()


def _after_colon(text, start):
    """Where two digits below 60 end, a colon before them or not, the likelier first."""
    if text[start:start + 1] == ":" and _digits(text, start + 1, "012345"):
        yield start + 3
    elif _digits(text, start, "012345"):
        yield start + 2


def _offset(text, start):
    if text[start:start + 1] == "Z":
        yield start + 1
    if text[start:start + 1] not in ("+", "-") or not _digits(text, start + 1, None):
        return
    for minutes in _after_colon(text, start + 3):
        for seconds in _after_colon(text, minutes):
            if text[seconds:seconds + 1] == ".":
                end = seconds + 1
                while end < len(text) and end < seconds + 7 and text[end].isdecimal():
                    end += 1
                yield from range(end, seconds + 1, -1)
            yield seconds
        yield minutes


def _blanks(text, start):
    end = start
    while end < len(text) and text[end].isspace():
        end += 1
    yield from range(end, start, -1)


def _literal(character):
    def ends(text, start):
        if text[start:start + 1].lower() == character.lower():
            yield start + 1
    return ends


def _zones():
    plain = {"utc", "gmt", time.tzname[0].lower()}
    return [plain, {time.tzname[1].lower()} if time.daylight else set()]


def _directive(key):
    if key in _FORMS:
        return _number(key)
    if key in "aA":
        return _word([day[:3] if key == "a" else day for day in _DAYS])
    if key in "bB":
        return _word([month[:3] if key == "b" else month for month in _MONTHS])
    if key == "p":
        return _word(["am", "pm"])
    if key == "Z":
        return _word([name for names in _zones() for name in names])
    return {"f": _fraction, "z": _offset}[key]


def _steps(format):
    """The steps of a format: each a function that gives ends, and the directive that it is for."""
    steps, position = [], 0
    while position < len(format):
        character = format[position]
        position += 1
        if character.isspace():
            while position < len(format) and format[position].isspace():
                position += 1
            steps.append((_blanks, None))
        elif character != "%":
            steps.append((_literal(character), None))
        else:
            key = format[position:position + 1]
            position += 1
            if not key:
                raise ValueError(f"stray % in format '{format}'")
            if key == "%":
                steps.append((_literal("%"), None))
            elif key in _WHOLE:
                steps += _steps(_WHOLE[key])
            elif key in _FORMS or key in "aAbBpZfz":
                steps.append((_directive(key), key))
            else:
                key = "%" if key.isspace() or key in "\\.^$*+?(){}[]|" else key
                raise ValueError(f"'{key}' is a bad directive in format '{format}'")
    return steps


def _directives(format):
    return {format[place + 1] for place in range(len(format) - 1) if format[place] == "%" and (
        len(format[:place]) - len(format[:place].rstrip("%"))) % 2 == 0}


def _warn_of_missing_year(format):
    keys = _directives(format)
    if "d" in keys and not keys & {"Y", "y", "G"}:
        _warnings.warn("""\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, 6)


# guarded by: attached; one that another thread makes meanwhile is the same
_formats = {}


def _steps_of(format):
    key = format, time.tzname, time.daylight
    steps = _formats.get(key)
    if steps is None:
        if len(_formats) > 5:
            _formats.clear()
        steps = _steps(format)
        _warn_of_missing_year(format)
        used = [name for _, name in steps if name]
        for name in used:
            if used.count(name) > 1:
                raise ValueError(f"'%{name}' stands more than once in format '{format}'")
        _formats[key] = steps
    return steps


def _matched(text, steps):
    """The ends of the first way through all steps; None: there is none."""
    choices, ends = [], []
    position = 0
    while len(ends) < len(steps):
        if len(choices) == len(ends):
            choices.append(steps[len(ends)][0](text, position))
        end = next(choices[-1], None)
        if end is not None:
            ends.append(end)
            position = end
            continue
        choices.pop()
        if not ends:
            return None
        ends.pop()
        position = ends[-1] if ends else 0
    return ends


def _found(text, format):
    """The text of each directive."""
    steps = _steps_of(format)
    ends = _matched(text, steps)
    if ends is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if (ends[-1] if ends else 0) != len(text):
        raise ValueError(f"unconverted data remains: {text[ends[-1] if ends else 0:]}")
    starts = [0, *ends[:-1]]
    return {name: text[start:end] for (_, name), start, end in zip(steps, starts, ends) if name}


def _hour(found):
    key = _last(found, "HI")
    if key is None:
        return 0
    if key == "H":
        return int(found[key])
    return int(found[key]) % 12 + (12 if found.get("p", "").lower() == "pm" else 0)


def _last(found, keys):
    """Of several directives for one thing the last counts."""
    return next((key for key in reversed(found) if key in keys), None)


def _year(found):
    key = _last(found, "yY")
    if key is None:
        return None
    year = int(found[key])
    return year if key == "Y" else year + (2000 if year <= 68 else 1900)


def _month(found):
    key = _last(found, "mBb")
    if key is None:
        return 1
    if key == "m":
        return int(found[key])
    return [month[:3] if key == "b" else month for month in _MONTHS].index(found[key].lower()) + 1


def _weekday(found):
    key = _last(found, "Aawu")
    if key is None:
        return None
    if key in "wu":
        return (int(found[key]) - 1) % 7
    return [day[:3] if key == "a" else day for day in _DAYS].index(found[key].lower())


def _zone_offset(text):
    """Seconds and microseconds east of Greenwich."""
    if text == "Z":
        return 0, 0
    plain = text
    if plain[3] == ":":
        plain = plain[:3] + plain[4:]
        if len(plain) > 5:
            if plain[5] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            plain = plain[:5] + plain[6:]
    seconds = int(plain[1:3]) * 3600 + int(plain[3:5]) * 60 + int(plain[5:7] or 0)
    microseconds = int(plain[8:].ljust(6, "0"))
    return (-seconds, -microseconds) if plain[0] == "-" else (seconds, microseconds)


def _daylight(found):
    """Whether it is daylight saving time; -1: not known."""
    if "Z" not in found:
        return -1
    name = found["Z"].lower()
    for value, names in enumerate(_zones()):
        if name in names:
            same = time.tzname[0] == time.tzname[1] and time.daylight and name not in ("utc", "gmt")
            return -1 if same else value
    return -1


def _check_week(found, year, weekday):
    if "G" in found:
        if "j" in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if "V" not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif "V" in found:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' "
                         "instead.")


def _day_of_week_in_year(year, week, weekday, starts_on_monday):
    """The day of the year of a weekday in a week; weeks count from the first Monday or Sunday."""
    first = date(year, 1, 1).weekday()
    if not starts_on_monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


def _day(found, given_year, weekday):
    """The date, and the weekday and the day of the year that belong to it."""
    year, month, day = given_year, _month(found), int(found.get("d", 1))
    if year is None:
        # The 29th of February is in a leap year.
        year = 1904 if (month, day) == (2, 29) else 1900
    number = int(found["j"]) if "j" in found else None
    if number is None and weekday is not None:
        week = _last(found, "UW")
        if week is not None:
            number = _day_of_week_in_year(year, int(found[week]), weekday, week == "W")
            if number <= 0:
                year -= 1
                number += 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
        elif "G" in found:
            when = date.fromisocalendar(int(found["G"]), int(found["V"]), weekday + 1)
            year, month, day = when.year, when.month, when.day
    first = date(year, 1, 1).toordinal()
    if number is None:
        number = date(year, month, day).toordinal() - first + 1
    else:
        when = date.fromordinal(first + number - 1)
        year, month, day = when.year, when.month, when.day
    if weekday is None:
        weekday = date(year, month, day).weekday()
    if given_year is None and year == 1904:
        year = 1900
    return (year, month, day), weekday, number


def _strptime(data_string, format):
    """A time tuple, the microseconds, and the zone as seconds, microseconds and name; None: the text has no zone."""
    for index, argument in enumerate([data_string, format]):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {index} must be str, not {type(argument)}")
    found = _found(data_string, format)
    zone = None
    if "z" in found:
        zone = (*_zone_offset(found["z"]), found.get("Z"))
    given_year, weekday = _year(found), _weekday(found)
    _check_week(found, given_year, weekday)
    day, weekday, number = _day(found, given_year, weekday)
    fraction = int(found.get("f", "0").ljust(6, "0"))
    parts = (*day, _hour(found), int(found.get("M", 0)), int(found.get("S", 0)), weekday, number, _daylight(found))
    return parts, fraction, zone


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    return time.struct_time(_strptime(data_string, format)[0])


def _strptime_datetime(cls, data_string, format):
    parts, fraction, zone = _strptime(data_string, format)
    arguments = (*parts[:6], fraction)
    if zone is None:
        return cls(*arguments)
    seconds, microseconds, name = zone
    offset = timedelta(seconds=seconds, microseconds=microseconds)
    return cls(*arguments, timezone(offset, name) if name else timezone(offset))
