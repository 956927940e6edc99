"""Context managers of all sorts."""
import contextlib
import io
import sys

class Resource:
    open_count = 0
    def __init__(self, name, fails=()):
        self.name, self.fails = name, fails
    def __enter__(self):
        if "enter" in self.fails: raise OSError(f"{self.name} would not open")
        Resource.open_count += 1
        print("open", self.name)
        return self
    def __exit__(self, kind, value, tb):
        Resource.open_count -= 1
        print("close", self.name, kind and kind.__name__, value)
        if "exit" in self.fails: raise RuntimeError(f"{self.name} would not close")
        return "swallow" in self.fails

with Resource("a") as a, Resource("b") as b:
    print(a.name + b.name)
try:
    with (Resource("outer"), Resource("inner", {"exit"})):
        raise KeyError("body")
except RuntimeError as e:
    print(repr(e), repr(e.__context__), Resource.open_count)
with Resource("s", {"swallow"}):
    raise ValueError("never seen")
try:
    with Resource("x"), Resource("y", {"enter"}):
        print("not reached")
except OSError as e:
    print(e)

@contextlib.contextmanager
def tag(name, out):
    out.append(f"<{name}>")
    try:
        yield name.upper()
    except LookupError as e:
        out.append(f"<!-- {e!r} -->")
    finally:
        out.append(f"</{name}>")

out = []
with tag("p", out) as P:
    out.append(P)
    with tag("b", out):
        raise KeyError("missing")
print("".join(out))

@tag("div", out)
def decorated(x): return x * 2
out.clear()
print(decorated(21), out)

with contextlib.ExitStack() as stack:
    files = [stack.enter_context(Resource(n)) for n in "12"]
    stack.callback(print, "callback", end="!\n")
    kept = stack.pop_all()
print("after", Resource.open_count)
kept.close()
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("hidden")
    sys.stdout.write("also")
print(repr(buffer.getvalue()))
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
with contextlib.nullcontext(5) as five: print(five)
class Closer:
    def close(self): print("closed")
with contextlib.closing(Closer()): pass
try:
    with contextlib.suppress(KeyError), 5: pass
except TypeError as e: print(e)
@contextlib.contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def never():
    if False: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
