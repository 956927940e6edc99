# FrameSummary, StackSummary, walk_tb and walk_stack as scripts use them.
import sys
import traceback
from traceback import FrameSummary, StackSummary


def inner(value):
    secret = "s" * value
    return 1 / (value -
                value)


def outer(value):
    return [inner(v) for v in [value]]


try:
    outer(3)
except ZeroDivisionError as error:
    tb = error.__traceback__

for frame, line in traceback.walk_tb(tb):
    print(type(frame).__name__, line)
summary = StackSummary.extract(traceback.walk_tb(tb))
print(type(summary).__name__, isinstance(summary, list), len(summary), summary)
for place in summary:
    filename, lineno, name, line = place
    print(filename == __file__, lineno, name, repr(line), place.locals, place.colno, place.end_colno, place.end_lineno, len(place), place[1], place[-1], place[0:2][1:])
for place in traceback.extract_tb(tb):
    print(place.lineno, place.end_lineno, place.colno, place.end_colno, place.name, place.line)
print("".join(summary.format()))
print("".join(traceback.extract_tb(tb).format()))
print("".join(StackSummary.extract(traceback.walk_tb(tb), limit=1).format()), StackSummary.extract(traceback.walk_tb(tb), limit=-1))
print("".join(StackSummary.extract(traceback.walk_tb(tb), capture_locals=True, limit=-1).format()))
print(StackSummary.extract(traceback.walk_tb(tb), lookup_lines=False)[0].line)
print(StackSummary.extract([]), StackSummary.extract([]).format(), StackSummary().format())
made = FrameSummary("nowhere.py", 5, "name")
print(made, repr(made), made.line, made.locals, tuple(made), made == ("nowhere.py", 5, "name", ""), made == FrameSummary("nowhere.py", 5, "name"),
      made == FrameSummary("nowhere.py", 6, "name"), made == 5, made != made)
line = FrameSummary("a.py", 1, "f", line="   some text   ", locals={"x": 1, "a": "b"})
print(line.line, line.locals, list(line))
print(repr("".join(StackSummary.from_list([made, line, ("b.py", 7, "g", "text"), ("c.py", 8, "h", None)]).format())))
print(traceback.format_list([("b.py", 7, "g", "text"), ("b.py", 7, "g", "text"), ("c.py", 8, "h", "")]))
print(repr(StackSummary.from_list([line]).format_frame_summary(line)))
columns = FrameSummary("a.py", 1, "f", line="    x = call(a + b)", colno=13, end_colno=18, end_lineno=1)
print("".join(StackSummary.from_list([columns]).format()))
whole = FrameSummary("a.py", 1, "f", line="    x = y", colno=4, end_colno=9, end_lineno=1)
print("".join(StackSummary.from_list([whole]).format()))
print("".join(traceback.format_list([("same.py", 1, "f", "f()")] * 7)))
print("".join(traceback.format_list([("same.py", 1, "f", "f()")] * 4 + [("other.py", 2, "g", "g()")] * 3)))
traceback.print_list([("same.py", 1, "f", "f()")], file=sys.stdout)
try:
    StackSummary.from_list([("b.py", 7, "g")])
except ValueError as error:
    print(error)


class Short(StackSummary):
    def format_frame_summary(self, frame_summary, **kwargs):
        return None if frame_summary.name == "outer" else f"{frame_summary.name}:{frame_summary.lineno}\n"


print(Short.extract(traceback.walk_tb(tb)).format(), type(Short.extract([])).__name__)


def stack_here():
    return StackSummary.extract(traceback.walk_stack(None))


def stack_there():
    return stack_here()


print([place.name for place in stack_there()])
print([frame.f_code.co_name for frame, line in traceback.walk_stack(sys._getframe())])
print([place.name for place in (lambda: traceback.extract_stack())()])
print("".join(traceback.format_stack()))
traceback.clear_frames(tb)
print(tb.tb_next.tb_frame.f_locals if 0 else "cleared")
try:
    made[5]
except IndexError as error:
    print(error)
