def first():
    return {}["missing"]


def second():
    try:
        first()
    except KeyError as error:
        raise ValueError("bad value") from error


try:
    second()
except ValueError as error:
    error.add_note("a note")
    error.add_note("another")
    undefined.attribute
