"""From JSON text to values."""

from _json import scan_once as _scan_once
from _json import scanstring


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where."""

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {line} column {column} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


def _blank_end(text, place):
    """The place of the next character that is not blank."""
    while text[place:place + 1] in (" ", "\n", "\t", "\r") and place < len(text):
        place += 1
    return place


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _blank_end(s, 0))
        end = _blank_end(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        parse_float, parse_int = self.parse_float, self.parse_int
        return _scan_once(
            s, idx, self.strict, self.object_hook, self.object_pairs_hook, None if parse_float is float else parse_float,
            None if parse_int is int else parse_int, self.parse_constant
        )
