import contextlib
import io
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print(f"</{name}>")


with tag("b") as value:
    print(value)
with tag("i"):
    raise ValueError("inside")
try:
    with tag("u"):
        raise KeyError("through")
except KeyError as error:
    print("KeyError", error)


@tag("deco")
def decorated(x):
    print("in", x)
    return x + 1


print(decorated(1), decorated(2))


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)


@contextmanager
def never():
    return
    yield


try:
    with never():
        pass
except RuntimeError as error:
    print(error)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
    print("not reached")
with nullcontext(5) as five:
    print(five)
text = io.StringIO()
with redirect_stdout(text):
    print("hidden")
print(repr(text.getvalue()))


class Thing:
    def close(self):
        print("closed")


with closing(Thing()):
    print("open")
with ExitStack() as stack:
    print(stack.enter_context(tag("x")), stack.enter_context(tag("y")))
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *details: print("exit", details[0]))
try:
    with ExitStack() as stack:
        stack.push(lambda kind, error, trace: print("saw", kind.__name__) or True)
        raise IndexError
    print("swallowed")
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))
with ExitStack() as stack:
    stack.callback(print, "kept")
    kept = stack.pop_all()
print("after")
kept.close()
