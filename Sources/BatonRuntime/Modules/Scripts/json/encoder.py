"""From values to JSON text."""

_short = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escaped(character, ensure_ascii):
    short = _short.get(character)
    if short is not None:
        return short
    code = ord(character)
    if code < 0x20 or (ensure_ascii and code > 0x7E):
        if code < 0x10000:
            return f"\\u{code:04x}"
        code -= 0x10000
        return f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}"
    return character


_table = {code: _escaped(chr(code), False) for code in (*range(0x20), ord('"'), ord("\\"))}


def encode_basestring(s):
    """A str in quotes, with what must be escaped."""
    return '"' + s.translate(_table) + '"'


def encode_basestring_ascii(s):
    """A str in quotes, in ASCII."""
    if s.isascii() and "\x7f" not in s:
        return '"' + s.translate(_table) + '"'
    return '"' + "".join([_escaped(character, True) for character in s]) + '"'


_infinity = float("inf")


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
        separators=None, default=None
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        pieces = []
        self._write(o, pieces.append)
        return "".join(pieces)

    def iterencode(self, o, _one_shot=False):
        pieces = []
        self._write(o, pieces.append)
        return iter(pieces)

    def _write(self, value, put):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        text = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        open_ids = {} if self.check_circular else None
        between, colon = self.item_separator, self.key_separator

        def number(value):
            if value != value:
                name = "NaN"
            elif value == _infinity:
                name = "Infinity"
            elif value == -_infinity:
                name = "-Infinity"
            else:
                return float.__repr__(value)
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(value))
            return name

        def key_text(key):
            if isinstance(key, str):
                return key
            if isinstance(key, float):
                return number(key)
            if key is True:
                return "true"
            if key is False:
                return "false"
            if key is None:
                return "null"
            if isinstance(key, int):
                return int.__repr__(key)
            if self.skipkeys:
                return None
            raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")

        def write(value, level):
            if isinstance(value, str):
                put(text(value))
            elif value is None:
                put("null")
            elif value is True:
                put("true")
            elif value is False:
                put("false")
            elif isinstance(value, int):
                put(int.__repr__(value))
            elif isinstance(value, float):
                put(number(value))
            elif isinstance(value, (list, tuple, dict)):
                held(value, level)
            else:
                enter(value)
                write(self.default(value), level)
                leave(value)

        def enter(value):
            if open_ids is not None:
                if id(value) in open_ids:
                    raise ValueError("Circular reference detected")
                open_ids[id(value)] = value

        def leave(value):
            if open_ids is not None:
                del open_ids[id(value)]

        def held(value, level):
            is_dict = isinstance(value, dict)
            if not value:
                put("{}" if is_dict else "[]")
                return
            enter(value)
            put("{" if is_dict else "[")
            line = "" if indent is None else "\n" + indent * (level + 1)
            first = True
            if is_dict:
                items = sorted(value.items()) if self.sort_keys else value.items()
                for key, item in items:
                    name = key_text(key)
                    if name is None:
                        continue
                    put(line if first else between + line)
                    first = False
                    put(text(name))
                    put(colon)
                    write(item, level + 1)
            else:
                for item in value:
                    put(line if first else between + line)
                    first = False
                    write(item, level + 1)
            if indent is not None and not first:
                put("\n" + indent * level)
            put("}" if is_dict else "]")
            leave(value)

        write(value, 0)
