"""From JSON text to values."""


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where."""

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {line} column {column} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


_constants = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
_escapes = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_digits = frozenset("0123456789")
_hex = frozenset("0123456789abcdefABCDEF")


def _blank_end(text, place):
    """The place of the next character that is not blank."""
    while text[place:place + 1] in (" ", "\n", "\t", "\r") and place < len(text):
        place += 1
    return place


def _code(text, place):
    """The four hexadecimal digits behind `place`."""
    digits = text[place + 1:place + 5]
    if len(digits) == 4 and all(digit in _hex for digit in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", text, place)


def scanstring(text, end, strict=True):
    """The string whose opening quote stands before `end`, and the place behind it."""
    begin = end - 1
    pieces = []
    while True:
        quote = text.find('"', end)
        slash = text.find("\\", end, quote if quote >= 0 else len(text))
        stop = quote if slash < 0 else slash
        if stop < 0:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        piece = text[end:stop]
        if strict and not piece.isprintable():
            for offset, character in enumerate(piece):
                if character < " ":
                    raise JSONDecodeError("Invalid control character at", text, end + offset)
        pieces.append(piece)
        if slash < 0:
            return "".join(pieces), quote + 1
        letter = text[slash + 1:slash + 2]
        if not letter:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        if letter != "u":
            try:
                pieces.append(_escapes[letter])
            except KeyError:
                raise JSONDecodeError("Invalid \\escape", text, slash) from None
            end = slash + 2
            continue
        code = _code(text, slash + 1)
        end = slash + 6
        if 0xD800 <= code <= 0xDBFF and text[end:end + 2] == "\\u":
            second = _code(text, end + 1)
            if 0xDC00 <= second <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | (second - 0xDC00))
                end += 6
        pieces.append(chr(code))


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _blank_end(s, 0))
        end = _blank_end(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        return self._value(s, idx, {})

    def _value(self, text, place, names):
        character = text[place:place + 1]
        if character == '"':
            return scanstring(text, place + 1, self.strict)
        if character == "{":
            return self._object(text, place + 1, names)
        if character == "[":
            return self._array(text, place + 1, names)
        if character == "n" and text.startswith("null", place):
            return None, place + 4
        if character == "t" and text.startswith("true", place):
            return True, place + 4
        if character == "f" and text.startswith("false", place):
            return False, place + 5
        if character == "-" or character in _digits:
            result = self._number(text, place)
            if result is not None:
                return result
        for name in _constants:
            if text.startswith(name, place):
                return self.parse_constant(name), place + len(name)
        raise JSONDecodeError("Expecting value", text, place)

    def _number(self, text, start):
        place = start + 1 if text[start] == "-" else start
        size = len(text)
        if place >= size or text[place] not in _digits:
            return None
        if text[place] == "0":
            place += 1
        else:
            while place < size and text[place] in _digits:
                place += 1
        whole = place
        if place + 1 < size and text[place] == "." and text[place + 1] in _digits:
            place += 1
            while place < size and text[place] in _digits:
                place += 1
        if place < size and text[place] in "eE":
            after = place + 1
            if after < size and text[after] in "+-":
                after += 1
            if after < size and text[after] in _digits:
                place = after
                while place < size and text[place] in _digits:
                    place += 1
        number = text[start:place]
        return (self.parse_int if place == whole else self.parse_float)(number), place

    def _object(self, text, place, names):
        pairs = []
        place = _blank_end(text, place)
        character = text[place:place + 1]
        if character == "}":
            return self._finished(pairs), place + 1
        if character != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", text, place)
        while True:
            key, place = scanstring(text, place + 1, self.strict)
            key = names.setdefault(key, key)
            place = _blank_end(text, place)
            if text[place:place + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", text, place)
            value, place = self._value(text, _blank_end(text, place + 1), names)
            pairs.append((key, value))
            place = _blank_end(text, place)
            character = text[place:place + 1]
            if character == "}":
                return self._finished(pairs), place + 1
            if character != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, place)
            comma = place
            place = _blank_end(text, place + 1)
            character = text[place:place + 1]
            if character != '"':
                if character == "}":
                    raise JSONDecodeError("Illegal trailing comma before end of object", text, comma)
                raise JSONDecodeError("Expecting property name enclosed in double quotes", text, place)

    def _finished(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if self.object_hook is None else self.object_hook(result)

    def _array(self, text, place, names):
        values = []
        place = _blank_end(text, place)
        if text[place:place + 1] == "]":
            return values, place + 1
        while True:
            value, place = self._value(text, place, names)
            values.append(value)
            place = _blank_end(text, place)
            character = text[place:place + 1]
            if character == "]":
                return values, place + 1
            if character != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, place)
            comma = place
            place = _blank_end(text, place + 1)
            if text[place:place + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", text, comma)
