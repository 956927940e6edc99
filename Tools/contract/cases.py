"""The programs of the gallery, and what their first lines promise (Tests/Contract/Gallery/README.md has the format)."""
import dataclasses
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
GALLERY = ROOT / "Tests/Contract/Gallery"
RULES = [f"R{number}" for number in range(1, 11)]
CHECKERS = ["strict", "relaxed", "gcc", "swift", "run"]
READ_BY = {".c": ["strict", "relaxed", "gcc", "run"], ".cpp": ["strict", "relaxed", "gcc", "run"], ".swift": ["swift"]}

PROMISE = re.compile(r'(R\d+)\s+@([\w-]+)(?:\s+"([^"]*)")?$')


class Malformed(Exception):
    pass


@dataclasses.dataclass(frozen=True)
class Finding:
    """What a checker said: a rule (None: something that is no rule), the lines it named, its words."""

    rule: str | None
    lines: tuple
    message: str

    def __str__(self):
        return f"{self.rule or 'no rule'} at line {'/'.join(map(str, self.lines)) or '?'}: {self.message}"


@dataclasses.dataclass(frozen=True)
class Promise:
    rule: str
    label: str
    line: int | None  # None: the rule alone, at no line of the program
    text: str

    def is_kept_by(self, finding):
        has_rule = finding.rule == self.rule or (finding.rule is None and self.text)
        has_place = not finding.lines if self.line is None else self.line in finding.lines
        return has_rule and has_place and self.text in finding.message

    def __str__(self):
        return f"{self.rule} @{self.label} (line {self.line or '?'})" + (f' "{self.text}"' if self.text else "")


class Case:
    """One program."""

    def __init__(self, path):
        self.path = path
        self.name = path.stem
        self.is_broken = path.parent.name == "Broken"
        self.lines = path.read_text().splitlines()
        self.labels = {}
        for number, line in enumerate(self.lines, 1):
            label = re.search(r"(?://|/\*) @([\w-]+)(?: \*/)?\s*\\?$", line)
            if label:
                self.labels[label.group(1)] = number
        self.fields = {}
        for line in self.lines:
            field = re.match(r"// (\w+):\s*(.*)$", line)
            if not field:
                break
            self.fields[field.group(1)] = field.group(2).strip()
        self.rule = self.fields.get("gallery")
        self.title = self.fields.get("title", "")
        self.promises = {}  # checker: a list of promises; None: not run
        self._read()

    def _read(self):
        expected = RULES if self.is_broken else ["correct"]
        if self.rule not in expected or not self.title:
            raise Malformed(f"{self.path}: the first lines are 'gallery: {expected[0]}' and 'title: …'")
        for checker in READ_BY[self.path.suffix]:
            said = self.fields.get(checker)
            if said is None:
                # A correct program is silent under all; of a broken one each checker has to be told.
                self.promises[checker] = [] if not self.is_broken else None
            elif said == "-":
                self.promises[checker] = []
            elif said.startswith("no, because"):
                self.promises[checker] = None
            else:
                self.promises[checker] = [self._promise(part, checker) for part in re.split(r",\s*(?=R\d)", said)]

    def _promise(self, part, checker):
        match = PROMISE.match(part.strip())
        if match and match.group(2) == "-":
            return Promise(match.group(1), "-", None, match.group(3) or "")
        if not match or match.group(2) not in self.labels:
            raise Malformed(f"{self.path}: {checker}: '{part}' is no 'RN @label' of a line that ends in '// @label'")
        return Promise(match.group(1), match.group(2), self.labels[match.group(2)], match.group(3) or "")

    @property
    def script(self):
        return self.fields.get("script", 'import NAME; NAME.run(["baton", 1000])').replace("NAME", self.name)


def all_cases(names=()):
    """Every program, or those whose names contain one of `names`."""
    paths = sorted(p for folder in ("Broken", "Correct") for p in (GALLERY / folder).iterdir() if p.suffix in READ_BY)
    cases = [Case(path) for path in paths]
    return [case for case in cases if not names or any(name in case.name for name in names)]
