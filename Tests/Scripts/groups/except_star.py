"""except*: who gets what, what is left, what is raised on."""
import sys


def run(errors, action=lambda kind, group: None):
    seen = []
    try:
        try:
            if errors:
                raise errors if isinstance(errors, BaseException) else ExceptionGroup("eg", errors)
        except* ValueError as group:
            seen.append(("value", repr(group), sys.exception() is group))
            action("value", group)
        except* (TypeError, OSError) as group:
            seen.append(("type or os", repr(group)))
            action("other", group)
        except* Exception:
            seen.append(("rest", repr(sys.exception())))
        else:
            seen.append("else")
        finally:
            seen.append("finally")
    except BaseException as error:
        seen.append(("out", repr(error), repr(error.__context__), repr(error.__cause__)))
    print(seen, sys.exception())
    return seen


run([])
run([ValueError(1), TypeError(2)])
run([KeyError(1)])
run([ValueError(1), ExceptionGroup("in", [OSError(2), KeyError(3)])])
run(ValueError("naked"))
run(KeyboardInterrupt("naked"))
run(BaseExceptionGroup("mixed", [ValueError(1), SystemExit(2)]))


def raises(kind, group):
    raise RuntimeError(f"in {kind}")


run([ValueError(1), TypeError(2)], raises)
run([ValueError(1)], raises)
run(ValueError("naked"), raises)


def again(kind, group):
    raise group if kind == "other" else group.exceptions[0]


run([ValueError(1), TypeError(2), KeyError(3)], again)


def bare(errors):
    try:
        raise ExceptionGroup("eg", errors)
    except* ValueError:
        raise
    except* TypeError as group:
        raise LookupError("from") from group


for errors in ([ValueError(1)], [ValueError(1), TypeError(2)], [TypeError(1), KeyError(2)], [KeyError(1)]):
    try:
        bare(errors)
    except BaseException as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))


def kinds(kind):
    try:
        raise ExceptionGroup("eg", [ValueError(1)])
    except* kind:
        print("caught")


for kind in (ValueError, ExceptionGroup, 3, (ValueError, int), (BaseExceptionGroup, OSError), (), (KeyError, ValueError)):
    try:
        kinds(kind)
    except BaseException as error:
        print(type(error).__name__, error)


def generator():
    for number in range(3):
        try:
            yield number
        except* ValueError as group:
            print("in the generator", repr(group))
            for inner in group.exceptions:
                if inner.args == (9,):
                    break
                continue


g = generator()
print(next(g), g.throw(ValueError(9)), g.throw(ExceptionGroup("t", [ValueError(1)])))
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print(repr(error))
try:
    raise ExceptionGroup("name", [ValueError(1)])
except* ValueError as gone:
    pass
try:
    gone
except NameError as error:
    print(error)


def closure():
    try:
        raise ExceptionGroup("c", [ValueError(1)])
    except* ValueError as group:
        def show():
            return group
        print(show())
    try:
        show()
    except NameError as error:
        print(error)


closure()
