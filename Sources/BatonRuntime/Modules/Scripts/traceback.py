"""Showing where exceptions come from."""

import sys
from _namedtuple import namedtuple

__all__ = [
    "FrameSummary", "extract_stack", "extract_tb", "format_exc", "format_exception", "format_exception_only", "format_list",
    "format_stack", "format_tb", "print_exc", "print_exception", "print_list", "print_stack", "print_tb", "walk_stack",
    "walk_tb",
]

FrameSummary = namedtuple("FrameSummary", "filename lineno name line")


def _line(filename, number):
    try:
        with open(filename, encoding="utf-8", errors="replace") as file:
            for current, text in enumerate(file, 1):
                if current == number:
                    return text.strip()
    except (OSError, TypeError):
        pass
    return ""


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _summaries(rows):
    result = []
    for frame, number in rows:
        code = frame.f_code
        name = code.co_name
        if name in ("<listcomp>", "<setcomp>", "<dictcomp>") and result:
            # In Python a comprehension has no frame of its own.
            name = result.pop().name
        result.append(FrameSummary(code.co_filename, number, name, _line(code.co_filename, number)))
    return result


def extract_tb(tb, limit=None):
    rows = list(walk_tb(tb))
    if limit is not None:
        rows = rows[:limit] if limit >= 0 else rows[limit:]
    return _summaries(rows)


def extract_stack(f=None, limit=None):
    rows = list(walk_stack(sys._getframe(1) if f is None else f))
    rows.reverse()
    if limit is not None:
        rows = rows[-limit:] if limit >= 0 else rows[:-limit]
    return _summaries(rows)


def format_list(extracted_list):
    result = []
    for filename, number, name, line in extracted_list:
        text = f'  File "{filename}", line {number}, in {name}\n'
        result.append(text + f"    {line}\n" if line else text)
    return result


def print_list(extracted_list, file=None):
    for text in format_list(extracted_list):
        print(text, end="", file=file or sys.stderr)


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)


class _Capture:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)

    def flush(self):
        pass


def _value(exc, value):
    if value is not None and not isinstance(value, BaseException):
        raise TypeError(f"Exception expected for value, {type(value).__name__} found")
    return exc if isinstance(exc, BaseException) else value


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    error = _value(exc, value)
    if error is None:
        return [f"{exc.__name__ if exc is not None else 'NoneType'}: None\n"]
    # The runtime's own report is taken, so that both say the same.
    capture = _Capture()
    old, sys.stderr = sys.stderr, capture
    try:
        sys.__excepthook__(type(error), error, tb if tb is not None else error.__traceback__)
    finally:
        sys.stderr = old
    return "".join(capture.pieces).splitlines(keepends=True)


def format_exception_only(exc, /, value=None):
    error = _value(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    text = sys._last_lines(error)
    several = isinstance(error, SyntaxError) or getattr(error, "__notes__", None)
    return text.splitlines(keepends=True) if several else [text]


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    for line in format_exception(exc, value, tb, limit, chain):
        print(line, end="", file=file or sys.stderr)


def format_exc(limit=None, chain=True):
    error = sys.exception()
    return "NoneType: None\n" if error is None else "".join(format_exception(error, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit, chain), end="", file=file or sys.stderr)
