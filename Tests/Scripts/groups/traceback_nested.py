"""The report of a group in a group, with causes, contexts and notes."""


def fail(kind, text):
    raise kind(text)


def collect(*jobs):
    errors = []
    for kind, text in jobs:
        try:
            fail(kind, text)
        except Exception as error:
            errors.append(error)
    return errors


try:
    try:
        raise ExceptionGroup("first", collect((ValueError, "one"), (TypeError, "two\nlines")))
    except* ValueError as group:
        group.add_note("noted")
        raise RuntimeError("while handling") from group
except ExceptionGroup as whole:
    inner = ExceptionGroup("inner", collect((KeyError, "three"), (OSError, "")))
    inner.add_note("inner note\nof two lines")
    raise ExceptionGroup("outer", [whole, inner, SyntaxError("odd")])
