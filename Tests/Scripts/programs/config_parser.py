"""Parse a little configuration language, with errors that name lines."""
import io
import json

SAMPLE = """
# comment
[server]
host = localhost
port=8080
debug = yes
ratio = 0.25
tags = a, b , c

[paths]
root = /srv/data
log = %(root)s/log
broken line
[server]
port = 9090
"""

class ParseError(ValueError):
    def __init__(self, line, text):
        super().__init__(line, text)
        self.line, self.text = line, text
    def __str__(self):
        return f"line {self.line}: cannot read {self.text!r}"

def convert(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    match_ = {"yes": True, "no": False, "none": None}
    if (low := text.lower()) in match_:
        return match_[low]
    if "," in text:
        return [convert(part.strip()) for part in text.split(",")]
    return text

def parse(stream, errors):
    sections = {}
    current = None
    for number, line in enumerate(stream, start=1):
        line, _, comment = line.partition("#")
        line = line.strip()
        if not line:
            continue
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], {})
            continue
        key, eq, value = line.partition("=")
        try:
            if not eq or current is None:
                raise ParseError(number, line)
        except ParseError as e:
            errors.append(e)
        else:
            current[key.strip()] = convert(value.strip())
    return sections

errors = []
result = parse(io.StringIO(SAMPLE), errors)
print(json.dumps(result, indent=2, sort_keys=True))
for e in errors:
    print(type(e).__name__, e, e.args, repr(e))
print(result["paths"]["log"] % result["paths"])
print({k: type(v).__name__ for k, v in result["server"].items()})
text = json.dumps(result, separators=(",", ":"))
print(len(text), json.loads(text) == result)
out = io.StringIO()
for section, values in result.items():
    print(f"[{section}]", *(f"{k}={v}" for k, v in values.items()), sep="\n  ", file=out)
print(out.getvalue(), end="")
