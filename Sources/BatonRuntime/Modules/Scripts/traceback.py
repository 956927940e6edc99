"""Showing where exceptions come from."""

import sys
import _traceback
import _warnings
from _traceback_frames import FrameSummary, StackSummary, places_of, walk_stack, walk_tb

__all__ = [
    "FrameSummary", "StackSummary", "TracebackException", "clear_frames", "extract_stack", "extract_tb", "format_exc",
    "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb", "print_exc",
    "print_exception", "print_last", "print_list", "print_stack", "print_tb", "walk_stack", "walk_tb",
]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_absent = object()


def _safely(function, value, what):
    try:
        return function(value)
    except BaseException:
        return f"<{what} {function.__name__}() failed>"


class _Margin:
    """How deep in groups a report is, and whether the innermost group is still to be closed."""

    def __init__(self):
        self.depth = 0
        self.needs_close = False

    @property
    def indent(self):
        return " " * (2 * self.depth)

    def emit(self, pieces, sign="|"):
        prefix = f"{self.indent}{sign} " if self.depth else ""
        for text in [pieces] if isinstance(pieces, str) else pieces:
            yield "".join(prefix + line for line in text.splitlines(keepends=True)) if prefix else text


class TracebackException:
    """What a report shows of an exception, without the exception itself."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = {id(exc_value)} if _seen is None else _seen
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._of_places(
            places_of(exc_traceback), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = exc_type.__qualname__ if exc_type is not None else None
        self.exc_type_module = exc_type.__module__ if exc_type is not None else None
        self._str = _safely(str, exc_value, "exception")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: {_safely(repr, error, '__notes__')}"]
        self._is_syntax_error = exc_type is not None and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            self._keep_place(exc_value)
        elif exc_value is not None:
            self._str += _traceback.suggestion(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            self._find_others(exc_value, seen, compact, dict(
                limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen))

    def _keep_place(self, error):
        self.filename, self.text, self.msg = error.filename, error.text, error.msg
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.offset, self.end_offset = error.offset, error.end_offset
        self._place = _traceback.syntax_error_place(error)

    def _find_others(self, exc_value, seen, compact, options):
        """Add causes, contexts and what groups hold, each where it is met first."""
        def kept(error):
            seen.add(id(error))
            return TracebackException(type(error), error, error.__traceback__, **options)

        waiting = [(self, exc_value)] if exc_value is not None else []
        while waiting:
            shown, error = waiting.pop()
            cause, context = error.__cause__, error.__context__
            if cause is not None and id(cause) not in seen:
                shown.__cause__ = kept(cause)
            is_needed = not compact or (shown.__cause__ is None and not error.__suppress_context__)
            if context is not None and is_needed and id(context) not in seen:
                shown.__context__ = kept(context)
            if isinstance(error, BaseExceptionGroup):
                shown.exceptions = [kept(member) for member in error.exceptions]
            if shown.__cause__ is not None:
                waiting.append((shown.__cause__, cause))
            if shown.__context__ is not None:
                waiting.append((shown.__context__, context))
            if shown.exceptions:
                waiting.extend(zip(shown.exceptions, error.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        _warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, 2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if not self._have_exc_type:
            return None
        module = self.exc_type_module
        if module in ("__main__", "builtins"):
            return self.exc_type_qualname
        return f"{module if isinstance(module, str) else '<unknown>'}.{self.exc_type_qualname}"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def _last_line(self):
        if self._is_syntax_error:
            file = f" ({self.filename})" if self.lineno is None and self.filename is not None else ""
            return f"{self.exc_type_str}: {self.msg or '<no detail available>'}{file}"
        return f"{self.exc_type_str}: {self._str}" if self._str else f"{self.exc_type_str}"

    def _note_lines(self):
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            return [line for note in notes for line in _safely(str, note, "note").split("\n")]
        return [] if notes is None else [_safely(repr, notes, "__notes__")]

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        indent = " " * (3 * _depth)
        if self._is_syntax_error:
            for line in self._place.splitlines(keepends=True):
                yield indent + line
        last = self._last_line()
        for line in last.split("\n") if _depth and not self._is_syntax_error else [last]:
            yield f"{indent}{line}\n"
        for line in self._note_lines():
            yield f"{indent}{line}\n"
        if show_group and self.exceptions:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=True, _depth=_depth + 1)

    def _chain(self):
        """What led to this one, first to last, each with the words behind it."""
        found = [(self, None)]
        while True:
            last = found[-1][0]
            if last.__cause__ is not None:
                found.append((last.__cause__, _CAUSE))
            elif last.__context__ is not None and not last.__suppress_context__:
                found.append((last.__context__, _CONTEXT))
            else:
                return reversed(found)

    def format(self, *, chain=True, _ctx=None, **kwargs):
        margin = _Margin() if _ctx is None else _ctx
        for shown, words in self._chain() if chain else [(self, None)]:
            if shown.exceptions is None:
                yield from shown._format_plain(margin)
            elif margin.depth > self.max_group_depth:
                yield from margin.emit(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from shown._format_group(margin, chain, self.max_group_width)
            if words is not None:
                yield from margin.emit(words)

    def _format_plain(self, margin):
        if self.stack:
            yield from margin.emit("Traceback (most recent call last):\n")
            yield from margin.emit(self.stack.format())
        yield from margin.emit(self.format_exception_only())

    def _format_group(self, margin, chain, most):
        is_outermost = margin.depth == 0
        if is_outermost:
            margin.depth = 1
        if self.stack:
            yield from margin.emit("Exception Group Traceback (most recent call last):\n", "+" if is_outermost else "|")
            yield from margin.emit(self.stack.format())
        yield from margin.emit(self.format_exception_only())
        count = len(self.exceptions)
        rows = count if count <= most else most + 1
        margin.needs_close = False
        for number in range(rows):
            is_last, is_cut = number == rows - 1, number >= most
            if is_last:
                margin.needs_close = True
            title = "..." if is_cut else number + 1
            yield f"{margin.indent}{'  ' if number else '+-'}+---------------- {title} ----------------\n"
            margin.depth += 1
            if is_cut:
                yield from margin.emit(f"and {count - most} more exception{'s' if count - most > 1 else ''}\n")
            else:
                yield from self.exceptions[number].format(chain=chain, _ctx=margin)
            if is_last and margin.needs_close:
                yield f"{margin.indent}+------------------------------------\n"
                margin.needs_close = False
            margin.depth -= 1
        if is_outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")


def extract_tb(tb, limit=None):
    return StackSummary._of_places(places_of(tb), limit=limit)


def extract_stack(f=None, limit=None):
    stack = StackSummary.extract(walk_stack(sys._getframe(1) if f is None else f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for text in format_list(extracted_list):
        print(text, file=sys.stderr if file is None else file, end="")


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit=limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit=limit), file=file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


def _value_and_traceback(exc, value, tb):
    if (value is _absent) != (tb is _absent):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _absent:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def _report(exc, value, tb, limit):
    value, tb = _value_and_traceback(exc, value, tb)
    return TracebackException(type(value), value, tb, limit=limit, compact=True)


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kwargs):
    return list(_report(exc, value, tb, limit).format(chain=chain))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **kwargs):
    _report(exc, value, tb, limit).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_absent, *, show_group=False, **kwargs):
    value = exc if value is _absent else value
    shown = TracebackException(type(value), value, None, compact=True)
    return list(shown.format_exception_only(show_group=show_group))


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit=limit, file=file, chain=chain)
