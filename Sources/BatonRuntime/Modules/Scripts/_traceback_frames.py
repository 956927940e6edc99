"""The places of a traceback or a stack, as the traceback module keeps and shows them."""

import itertools
import sys
import _traceback
from collections import deque

_SHOWN_REPEATS = 3
_COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>")


def _is_comprehension(code):
    return code.co_name in _COMPREHENSIONS


def _name(code):
    """The name of what a frame evaluates: in Python a comprehension has no frame of its own."""
    if not _is_comprehension(code):
        return code.co_name
    parts = [part for part in code.co_qualname.split(".") if part not in _COMPREHENSIONS]
    while parts and parts[-1] == "<locals>":
        parts.pop()
    return parts[-1] if parts else "<module>"


def _links(tb):
    """The links of a traceback, but for those that evaluate a comprehension."""
    while tb is not None:
        following = tb.tb_next
        if following is None or following.tb_name not in _COMPREHENSIONS:
            yield tb
        tb = following


def places_of(tb):
    """Frame, file, name and (line, end line, column, end column) of each place."""
    for link in _links(tb):
        frame, positions = link.tb_frame, (None, None, None, None)
        if frame is not None and link.tb_lasti >= 0:
            positions = next(itertools.islice(frame.f_code.co_positions(), link.tb_lasti // 2, None))
        if positions[0] is None:
            positions = (link.tb_lineno, *positions[1:])
        yield frame, link.tb_filename, link.tb_name if frame is None else _name(frame.f_code), positions


def walk_tb(tb):
    for link in _links(tb):
        yield link.tb_frame, link.tb_lineno


def walk_stack(f):
    # Called by StackSummary.extract, with the generator's own frame between.
    frame = sys._getframe().f_back.f_back.f_back.f_back if f is None else f
    while frame is not None:
        yield frame, frame.f_lineno
        while _is_comprehension(frame.f_code):
            frame = frame.f_back
        frame = frame.f_back


def _safe_repr(value):
    try:
        return repr(value)
    except BaseException:
        return "<local repr() failed>"


class FrameSummary:
    """A place of a traceback: a file, a line and a name, with the line's text."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_lines", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.name = filename, name
        self.lineno, self.end_lineno = lineno, lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self._lines = line
        if lookup_line:
            self._original_lines
        self.locals = {key: _safe_repr(value) for key, value in locals.items()} if locals else None

    @property
    def _original_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            numbers = range(self.lineno, self.end_lineno + 1)
            self._lines = "".join(_traceback.source_line(self.filename, number) + "\n" for number in numbers)
        return self._lines

    @property
    def line(self):
        lines = self._original_lines
        return None if lines is None else lines.partition("\n")[0].strip()

    def _row(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        return self._row() == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, pos):
        return self._row()[pos]

    def __iter__(self):
        return iter(list(self._row()))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """The places of a traceback or a stack."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        def places():
            for frame, line in frame_gen:
                yield frame, frame.f_code.co_filename, _name(frame.f_code), (line, None, None, None)

        return klass._of_places(places(), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _of_places(klass, places, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            places = itertools.islice(places, limit) if limit >= 0 else deque(places, maxlen=-limit)
        result = klass()
        for frame, filename, name, (line, end_line, column, end_column) in places:
            result.append(FrameSummary(
                filename, line, name, lookup_line=lookup_lines,
                locals=frame.f_locals if capture_locals and frame is not None else None, end_lineno=end_line,
                colno=column, end_colno=end_column))
        return result

    @classmethod
    def from_list(klass, a_list):
        result = StackSummary()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, line, name, text = frame
                frame = FrameSummary(filename, line, name, line=text)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        file = "<stdin>" if frame_summary.filename.startswith("<stdin>-") else frame_summary.filename
        text = f'  File "{file}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        lines = frame_summary._original_lines
        if lines and lines.strip():
            if frame_summary.colno is None or frame_summary.end_colno is None:
                text += f"    {frame_summary.line}\n"
            else:
                count = frame_summary.end_lineno - frame_summary.lineno + 1
                text += _traceback.excerpt(
                    "\n".join(lines.splitlines()[:count]), frame_summary.colno, frame_summary.end_colno)
        for key, value in sorted((frame_summary.locals or {}).items()):
            text += f"    {key} = {value}\n"
        return text

    def format(self, **kwargs):
        result = []
        last, repeats = None, 0

        def count_rest():
            rest = repeats - _SHOWN_REPEATS
            if rest > 0:
                result.append(f"  [Previous line repeated {rest} more time{'s' if rest > 1 else ''}]\n")

        for frame in self:
            text = self.format_frame_summary(frame, colorize=False)
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if place != last:
                count_rest()
                last, repeats = place, 0
            repeats += 1
            if repeats <= _SHOWN_REPEATS:
                result.append(text)
        count_rest()
        return result
