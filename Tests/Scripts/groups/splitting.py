"""split, subgroup and derive keep the shape, the notes and the traceback."""


def tree():
    try:
        raise ExceptionGroup(
            "root", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3), OSError(4)]), KeyError(5)])
    except ExceptionGroup as group:
        group.add_note("a note")
        group.__cause__ = RuntimeError("cause")
        return group


root = tree()
for condition in (ValueError, (TypeError, KeyError), Exception, BaseException, ArithmeticError, ExceptionGroup,
                  lambda e: isinstance(e, OSError), lambda e: "inner" in str(e), lambda e: True, lambda e: 0):
    match, rest = root.split(condition)
    print(repr(match), "|", repr(rest), "|", repr(root.subgroup(condition)))
match, rest = root.split(ValueError)
for part in (match, rest):
    print(part.__notes__, part.__notes__ is root.__notes__, part.__traceback__ is root.__traceback__, part.__cause__,
          part.__suppress_context__, part.message)
print(root.split(Exception)[0] is root, root.derive([OSError()]), root.exceptions[1] is tree().exceptions[1])
for bad in (1, "a", None, int, (ValueError, 1), (int,), []):
    try:
        root.split(bad)
    except TypeError as error:
        print(error)
try:
    root.split(lambda e: 1 / 0)
except ZeroDivisionError as error:
    print(error)


class Wrong(ExceptionGroup):
    def derive(self, errors):
        return "no group"


try:
    Wrong("w", [ValueError(), KeyError()]).split(ValueError)
except TypeError as error:
    print(error)


def leaves(error):
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from leaves(inner)
    else:
        yield error


print([repr(leaf) for leaf in leaves(root)])
