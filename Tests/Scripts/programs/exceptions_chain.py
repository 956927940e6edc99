"""Chained exceptions as people see them: tracebacks on standard error, exit status."""
import sys
import traceback

class AppError(Exception):
    """Own error with a code."""
    code = 3
    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details
    def __str__(self):
        extra = ", ".join(f"{k}={v!r}" for k, v in self.details.items())
        return f"{self.args[0]} ({extra})" if extra else self.args[0]

def load(name):
    table = {"one": "1", "bad": "x"}
    try:
        return int(table[name])
    except KeyError:
        raise AppError("no such entry", name=name)
    except ValueError as e:
        raise AppError("not a number", name=name, value=table[name]) from e

for name in ("one", "bad", "none"):
    try:
        print(load(name))
    except AppError as e:
        print(e, "|", repr(e.__cause__), "|", repr(e.__context__), "|", e.__suppress_context__)

def risky():
    try:
        1 / 0
    finally:
        print("finally runs")

try:
    risky()
except ZeroDivisionError as e:
    tb = e.__traceback__
    lines = []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(lines)
    print("".join(traceback.format_exception_only(e)), end="")

def nested():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            try:
                raise KeyError("b")
            finally:
                print(repr(sys.exception()))
    except KeyError as e:
        return repr(e.__context__), repr(sys.exception())
print(nested(), sys.exception())

def returns():
    for i in range(3):
        try:
            if i == 1: return "from try"
        finally:
            if i == 1: print("leaving")
    else:
        return "else"
print(returns())
def overrides():
    try: return 1
    finally: return 2
def loops():
    out = []
    for i in range(5):
        try:
            if i == 2: continue
            if i == 4: break
            out.append(i)
        except Exception: pass
        else: out.append("e")
        finally: out.append("f")
    return out
print(overrides(), loops())
try:
    raise ValueError("with note")
except ValueError as e:
    e.add_note("first note")
    e.add_note("second\nnote")
    noted = e
print(noted.__notes__)
e1 = AppError("outer", n=1)
e1.__cause__ = noted
try:
    raise e1 from None
except AppError as e: print(e.__cause__, e.__suppress_context__)
def deep(n):
    if n == 0: raise AppError("deep down", level=n)
    deep(n - 1)
try:
    deep(3)
except AppError as e:
    raise SystemError("at the end") from e
