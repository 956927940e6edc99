"""Constants and templates of text."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


_name_start = frozenset(ascii_letters + "_")
_name_part = frozenset(ascii_letters + digits + "_")


class Template:
    """Text with $names."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Pieces (kind, text, name): kind is text, name, escape or invalid."""
        text, mark = self.template, self.delimiter
        place = 0
        while True:
            found = text.find(mark, place)
            if found < 0:
                yield "text", text[place:], None
                return
            yield "text", text[place:found], None
            after = found + len(mark)
            if text.startswith(mark, after):
                place = after + len(mark)
                yield "escape", mark, None
                continue
            braced = text[after:after + 1] == "{"
            start = end = after + braced
            if text[start:start + 1] in _name_start and start < len(text):
                end = start + 1
                while end < len(text) and text[end] in _name_part:
                    end += 1
            if end == start or (braced and text[end:end + 1] != "}"):
                yield "invalid", mark, after
                place = after
                continue
            place = end + braced
            yield "name", text[found:place], text[start:end]

    def _invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = place - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws}
        result = []
        for kind, text, extra in self._parts():
            if kind == "invalid":
                self._invalid(extra)
            result.append(str(values[extra]) if kind == "name" else text)
        return "".join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws}
        return "".join(
            str(values[extra]) if kind == "name" and extra in values else text for kind, text, extra in self._parts()
        )

    def is_valid(self):
        return all(kind != "invalid" for kind, _, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(extra for kind, _, extra in self._parts() if kind == "name"))
