"""The public headers of the C API, read into entries.

A header is a file comment, sections, and declarations, each with the comment above it. Declarations that stand together under
one comment, without an empty line or another comment between them, are one entry.
"""
import dataclasses
import pathlib
import re

# What a program that embeds no Swift does not use, and what no author writes by hand.
PRIVATE = re.compile(r"^(host\w*|heap|addresses|method_cache|current|calls|follow|blocking|varargs|config)\.h$")

STATES = re.compile(r"\bBT_(ATTACHES_OR_FAILS|ATTACHES|DETACHES|ATTACHED|BLOCKS|ANY_STATE)(?:_ENSURED|_THREAD)?\b")
# Marks behind the parameters of a declaration, with one level of parentheses.
MARKS = r"(?:\s*\b(?:BT_\w+)(?:\((?:[^()]|\([^()]*\))*\))?)*"


@dataclasses.dataclass
class Declaration:
    name: str
    kind: str            # function, macro, constant, type, data
    text: str            # as it is written, without marks
    marks: str = ""
    note: str = ""       # the comment behind it
    exported: bool = False

    @property
    def state(self):
        found = STATES.search(self.marks)
        return found and found[1]

    def mark(self, name):
        """What stands in the parentheses of a mark; None if it is not there, "" if it has none."""
        found = re.search(rf"\b{name}\b(?:\(([^()]*)\))?", self.marks)
        return found and (found[1] or "")


@dataclasses.dataclass
class Entry:
    comment: list        # lines without the slashes
    declarations: list


@dataclasses.dataclass
class Section:
    title: str
    text: list           # what the comment that opens it says
    entries: list


@dataclasses.dataclass
class Header:
    file: str
    title: str           # "list: a row of objects that changes."
    text: list
    sections: list

    def declarations(self):
        return [one for section in self.sections for entry in section.entries for one in entry.declarations]

    def hide(self):
        """Drop what has a name for the headers alone: one that ends in an underscore."""
        for section in self.sections:
            kept = []
            for entry in reversed(section.entries):
                is_remark = not entry.declarations
                entry.declarations = [one for one in entry.declarations if not one.name.endswith("_") or one.exported]
                # A remark is about what follows it.
                if entry.declarations or (is_remark and kept):
                    kept.append(entry)
            section.entries = kept[::-1]


def public_headers(folder):
    """The headers in the order in which baton.h includes them, then those that they include themselves."""
    umbrella = pathlib.Path(folder, "baton.h").read_text()
    files = re.findall(r'#include "baton/(\w+\.h)"', umbrella)
    inner = sorted(path.name for path in pathlib.Path(folder, "baton").glob("*.h"))
    return [read(pathlib.Path(folder, "baton", file)) for file in dict.fromkeys(files + inner) if not PRIVATE.match(file)]


def read(path):
    return _Reader(path).header


class _Reader:
    def __init__(self, path):
        self.folder = path.parent
        self.lines = path.read_text().split("\n")
        self.place = 0
        head = []
        while self.line.startswith("///"):
            head.append(self.line[3:].removeprefix(" "))
            self.place += 1
        title, *text = head[1:]
        while text and not title.rstrip().endswith((".", ":")):
            title += " " + text.pop(0)
        self.header = Header(path.name, title.strip(), text, [Section("", [], [])])
        self.comment, self.plain, self.entry = [], [], None
        while self.place < len(self.lines):
            self.step()
        self.header.hide()

    @property
    def line(self):
        return self.lines[self.place] if self.place < len(self.lines) else ""

    def step(self):
        line = self.line
        if line.startswith("///"):
            if not self.comment or self.entry:
                self.comment, self.entry = [], None
            self.comment.append(line[3:].removeprefix(" "))
            self.plain = []
            self.place += 1
        elif line.startswith("//"):
            self.entry = None
            self.comment = []
            self.plain.append(line[2:].removeprefix(" "))
            self.place += 1
        elif not line.strip():
            if self.plain:
                self.open_section()
            self.entry = None
            self.comment, self.plain = [], []
            self.place += 1
        elif line.startswith("#") and not re.match(r"#\s*define\b", line):
            self.conditional(line)
        else:
            self.declare()

    def conditional(self, line):
        """The exceptions stand in a file of their own. Of `#ifdef __cplusplus … #else … #endif` the C part is read; other conditions are read through."""
        self.place += 1
        if '"exceptions.inc"' in line:
            names = re.findall(r"^BT_EXCEPTION\((\w+), (\w+)\)", (self.folder / "exceptions.inc").read_text(), re.M)
            self.header.sections[-1].entries.append(Entry(
                ["The classes, each with the one that it derives from."],
                [Declaration(f"BtExc_{name}", "constant", f"#define BtExc_{name}", note=base) for name, base in names]))
        if re.match(r"#\s*if(def __cplusplus| defined\(__swift__\)|def __swift__)", line):
            depth = 1
            while depth and self.place < len(self.lines):
                word = re.match(r"#\s*(if|else|endif)", self.line)
                if word:
                    depth += {"if": 1, "endif": -1, "else": 0}[word[1]]
                    if word[1] == "else" and depth == 1:
                        self.place += 1
                        return
                self.place += 1

    def open_section(self):
        title = self.plain[0].strip("- ")
        first, dot, rest = title.partition(". ")
        text = ([rest] if rest else []) + self.plain[1:]
        if not dot and not title.endswith("."):
            first, text = title, self.plain[1:]
        if len(first) > 60 or (text and not dot and not title.endswith(".")):
            # A remark that opens no section.
            self.header.sections[-1].entries.append(Entry(self.plain, []))
            return
        self.header.sections.append(Section(first.rstrip("."), text, []))

    def take(self):
        """The text of one declaration, its lines joined, and the comment behind it."""
        first = self.place
        if self.line.startswith("#"):
            while self.line.endswith("\\"):
                self.place += 1
            self.place += 1
            text = "\n".join(self.lines[first:self.place])
        else:
            depth = 0
            text = ""
            while self.place < len(self.lines):
                line = self.line
                code = re.sub(r"//.*", "", line)
                text += line + "\n"
                depth += code.count("{") - code.count("}") + code.count("(") - code.count(")")
                self.place += 1
                if depth == 0 and code.rstrip().endswith((";", "}")):
                    break
                if depth == 0 and not code.strip().startswith(("BT_API", "BT_INLINE", "BT_DATA", "typedef", "struct",
                                                             "static", "extern")) and text.count("\n") == 1:
                    break
        return text.rstrip()

    def declare(self):
        text = self.take()
        declaration = _declaration(text)
        if declaration is None or declaration.name.startswith("_bt_") or re.search(r"_(H|INC)$|^BT_EXCEPTION$", declaration.name):
            return
        if declaration.kind == "function" and declaration.name in {one.name for one in self.header.declarations()}:
            return
        section = self.header.sections[-1]
        if declaration.kind == "macro" and self.forwards(declaration):
            return
        if self.entry is None:
            self.entry = Entry(self.comment or self.plain, [])
            section.entries.append(self.entry)
        self.entry.declarations.append(declaration)
        self.plain = []

    def forwards(self, macro):
        """`#define BtList_GET_SIZE(list) BtList_GET_SIZE_(…)`: the macro is the name of the function before it."""
        for entry in self.header.sections[-1].entries:
            for one in entry.declarations:
                if one.name in (macro.name, macro.name + "_") and one.kind == "function":
                    one.text = re.sub(rf"\b{one.name}\b", macro.name, one.text)
                    one.name = macro.name
                    return True
        return False


def _declaration(text):
    code = re.sub(r"\s*///?<?.*", "", text) if not text.startswith("#") else text
    note = re.search(r"///<\s*(.*)", text)
    note = note[1] if note and "\n" not in text.strip() else ""
    define = re.match(r"#\s*define\s+(\w+)(\([^()]*\))?\s*(.*)", code, re.S)
    if define:
        name, parameters, value = define.groups()
        value = re.sub(r"\s*///?<?.*", "", value)
        if parameters:
            return Declaration(name, "macro", f"#define {name}{parameters} {value}", note=note)
        # What stands for code is read about like a function.
        is_code = "\n" in text or ";" in value or value.startswith("return ")
        return Declaration(name, "macro" if is_code else "constant", f"#define {name} {value}".rstrip(), note=note)
    function = re.match(rf"(BT_API|BT_INLINE)\s+(?:BT_\w+\s+)?(.*?)\b(_?\w+)\s*\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)({MARKS})\s*([;{{])",
                        code, re.S)
    if function:
        export, result, name, parameters, marks, _ = function.groups()
        words = " ".join(f"{result}{name}({parameters})".split())
        words = re.sub(r"BT_(MAYBE|NOT)_NULL_ ", "", words)
        return Declaration(name, "function", words + ";", marks, note, export == "BT_API")
    data = re.match(r"BT_DATA\s+(.*?)(\w+)(\[[^]]*\])?;", code, re.S)
    if data:
        return Declaration(data[2], "data", " ".join(data[0].split()).replace("BT_DATA ", ""), note=note)
    kind = re.match(r"typedef .*?\(\*(\w+)\)|typedef .*?(\w+);\s*$|(?:struct|enum|union)\s+(\w+)\s*\{", code, re.S)
    if kind and not text.startswith(("BT_INLINE_ABI", "extern", "static")):
        return Declaration(kind[1] or kind[2] or kind[3], "type", re.sub(r"\s*\bBT_GUARDED\b", "", text), note=note)
    return None
