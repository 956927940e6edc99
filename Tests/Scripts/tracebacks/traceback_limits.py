# limit and chain of the functions of the traceback module, and sys.tracebacklimit.
import io
import sys
import traceback


def one(n):
    if n == 0:
        raise KeyError("deep")
    two(n - 1)


def two(n):
    [one(n - 1) for _ in range(1)] if n % 3 else one(n - 1) if n else one(0)


def chained():
    try:
        one(2)
    except KeyError as error:
        try:
            raise ValueError("second") from error
        except ValueError:
            one(4)


try:
    chained()
except KeyError as error:
    caught = error

for limit in [None, 0, 1, 2, 3, 100, -1, -2, -100]:
    for chain in [True, False]:
        print("---", limit, chain)
        print("".join(traceback.format_exception(caught, limit=limit, chain=chain)), end="")
    stream = io.StringIO()
    traceback.print_exception(caught, limit=limit, file=stream, chain=False)
    print(stream.getvalue() == "".join(traceback.format_exception(caught, limit=limit, chain=False)))
    print(traceback.format_tb(caught.__traceback__, limit))
    print(traceback.extract_tb(caught.__traceback__, limit))
try:
    chained()
except KeyError as error:
    print(traceback.format_exc(limit=1, chain=False))
    print(traceback.format_exc(1))
    traceback.print_exc(limit=-1, file=sys.stdout, chain=False)
    traceback.print_tb(error.__traceback__, limit=1, file=sys.stdout)
print(repr(traceback.format_exc()))
traceback.print_exc(file=sys.stdout)
print(traceback.format_exception(None), traceback.format_exception_only(None), traceback.format_exception(None, None, None))
print(traceback.format_exception(KeyError, caught, None))
print(traceback.format_exception(KeyError, ValueError("x"), caught.__traceback__, limit=1))
print(traceback.format_exception_only(KeyError, KeyError(5)), traceback.format_exception_only(KeyError(5)))
for call in [lambda: traceback.format_exception(KeyError), lambda: traceback.format_exception(5), lambda: traceback.format_exception(KeyError, KeyError(1)),
             lambda: traceback.format_exception(), lambda: traceback.print_exception("text"), lambda: traceback.format_exception(caught, limit="x"),
             lambda: traceback.print_last()]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def here(limit):
    return traceback.format_stack(limit=limit), [len(traceback.extract_stack(limit=limit))]


def there(limit):
    return here(limit)


for limit in [0, 1, 2, -1, -2]:
    print(there(limit))
stream = io.StringIO()
(lambda: traceback.print_stack(limit=2, file=stream))()
print(stream.getvalue())
for limit in [0, 1, 2, 1000, -1]:
    sys.tracebacklimit = limit
    print("sys.tracebacklimit", limit)
    print("".join(traceback.format_exception(caught)))
    print(traceback.format_tb(caught.__traceback__), traceback.format_tb(caught.__traceback__, 2))
    sys.stderr.flush()
    sys.__excepthook__(type(caught), caught, caught.__traceback__)
del sys.tracebacklimit
sys.tracebacklimit = 1
one(3)
