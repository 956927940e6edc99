"""The reference in Markdown: a page for each header, an overview by groups, and an index by name."""
import re

GROUPS = [
    ("The lock and threads", "thread lock mutex critical_section pending lifecycle"),
    ("Objects and what they all do",
     "object refcount late_drop type abstract call number sequence mapping iterator buffer memory"),
    ("Making types, functions and modules", "typedef typeslots methoddef method descriptor module import capsule"),
    ("Arguments and results", "args build"),
    ("Errors", "errors exception warnings traceback frame"),
    ("Numbers", "long float complex bool"),
    ("Text and bytes", "unicode unicode_methods unicode_writer unicode_character codecs bytes bytearray memoryview"),
    ("Containers", "tuple list dict set slice weakref"),
    ("Dates and times", "datetime"),
    ("The system", "run sys"),
    ("Words of the headers", "annotations macros"),
]

STATES = {
    "ATTACHED": "attached", "ANY_STATE": "any state", "ATTACHES": "attaches", "DETACHES": "detaches",
    "BLOCKS": "detached only", "ATTACHES_OR_FAILS": "attaches, or fails",
}

LEGEND = """\
The line under a declaration says, in this order:

| word | meaning |
|---|---|
| attached | the caller holds the lock, and still does after the call; the call may switch threads in between ([R1](../Contract.md#r1)) |
| any state | attached or detached, the same after the call |
| attaches, detaches | changes it |
| detached only | the call waits or takes long: not while attached ([R7](../Contract.md#r7)) |
| new reference | the caller owns the result and drops it |
| borrowed | somebody else owns it; good until control can leave the thread ([R6](../Contract.md#r6)) |
| steals `x` | takes over the caller's reference, also when it fails |
| error `NULL`, `-1` … | then, and only then, an exception is set ([R9](../Contract.md#r9)) |
| error by `BtErr_Occurred` | `-1` may also be a result |
| fails with … | it did not work, and no exception is set |
| cannot fail | |
| always `NULL` | it sets an exception and is returned by its caller |
| free-threaded: … | `distinct`: safe on different objects; `shared`: also on the same one; `atomic`: and one indivisible step; `compatible`: the caller keeps the objects from being changed; `incompatible`: not to be called there |
| `PyX` | CPython's name of it: the same arguments, ownership and errors |
"""

FIELD = re.compile(r"^(Ownership|Errors|Returns|Threads|Mirrors):\s*(.*)$")


HEADED = ("function", "macro")


def anchor(one):
    """Where a declaration is on its page: a heading, whose anchor is in small letters, or an anchor of its own."""
    return one.name.lower() if one.kind in HEADED else one.name


def parts(comment):
    """A comment taken apart: its text, its fields, and CPython's names."""
    text, fields, field = [], {}, None
    for line in comment:
        found = FIELD.match(line)
        if found:
            field = found[1]
            fields[field] = [found[2]]
        elif field and line.startswith(" "):
            fields[field].append(line.strip())
        elif field and line.strip():
            fields[field].append(line.strip())
        else:
            field = None
            text.append(line)
    body = "\n".join(text).rstrip()
    inline = re.search(r"\s*Mirrors:\s+([^.]*(?:\.\.\.)?[^.]*?)\.?\s*$", body)
    mirrors = " ".join(fields.pop("Mirrors", [])).rstrip(".")
    if inline and not mirrors:
        mirrors, body = inline[1], body[:inline.start()]
    return body, {name: " ".join(lines) for name, lines in fields.items()}, " ".join(mirrors.split())


def sentence(comment):
    """The first sentence of a comment, on one line."""
    body = parts(comment)[0].strip()
    first = " ".join(body.split("\n\n")[0].split())
    found = re.match(r".*?[.](?=\s|$)", first)
    return (found[0] if found else first).rstrip(":.")


class Links:
    """Names of the API, made links to where they stand; R1 … R10 to the contract."""

    def __init__(self, headers):
        self.page = {}
        self.anchor = {}
        for header in headers:
            for one in header.declarations():
                self.page.setdefault(one.name, header.file[:-2])
                self.anchor.setdefault(one.name, anchor(one))

    def text(self, text, page):
        """Running text: code stays as it is, names get code marks and links."""
        def name(match):
            word = match[0]
            if word in self.page:
                return f"[`{word}`]({self.to(word, page)})"
            word = word.replace("\\*", "*")
            return f"`{word}`" if re.search("[_…*]", word) else word
        pieces = re.split(r"(`[^`]*`)", text)
        for i in range(0, len(pieces), 2):
            piece = pieces[i].replace("<", "&lt;").replace("*", "\\*")
            piece = re.sub(r"(?<!\S)\\\*(\w[\w -]*)\\\*", r"*\1*", piece)
            piece = re.sub(r"\b_?(?:Bt|BT_)\w+(?:(?:\\\*|…)\w*)?|\b(?:tp|nb|sq|mp|bf|am|ob|ml|m)_\w+", name, piece)
            piece = re.sub(r"\b(R(?:10|[1-9]))\b", lambda match: f"[{match[1]}](../Contract.md#{match[1].lower()})", piece)
            pieces[i] = piece
        return "".join(pieces)

    def to(self, name, page):
        home = self.page[name]
        place = f"#{self.anchor[name]}"
        return place if home == page else f"{home}.md{place}"

    def prose(self, body, page):
        """Paragraphs, lists and tables of a comment; what is indented by four is code."""
        lines, code = [], False
        for line in body.strip("\n").split("\n"):
            indented = line.startswith("    ") and not (lines and lines[-1].startswith(("- ", "  ")) and not code)
            if indented and not code:
                lines += ["```c"] if not lines or not lines[-1].strip() else ["", "```c"]
            if code and not indented and line.strip():
                while not lines[-1].strip():
                    lines.pop()
                lines += ["```", ""]
            if indented or (code and not line.strip()):
                code = True
                lines.append(line[4:])
            else:
                code = False
                lines.append(self.text(line, page))
        if code:
            lines.append("```")
        return "\n".join(lines)


def facts(one, mirrors):
    """The line of attributes."""
    words = []
    if one.state:
        words.append(STATES[one.state])
    if one.mark("BT_NEW_REF") is not None:
        words.append("new reference")
    if one.mark("BT_BORROWED_REF") is not None:
        words.append("borrowed")
    for parameter in re.findall(r"\bBT_STEALS\((\w+)\)", one.marks):
        words.append(f"steals `{parameter}`")
    error, fails = one.mark("BT_ERR"), one.mark("BT_FAILS")
    if fails:
        words.append(f"fails with `{fails}`")
    elif error == "none":
        words.append("cannot fail")
    elif error == "occurred":
        words.append("error by `BtErr_Occurred`")
    elif error == "always":
        words.append("always `NULL`")
    elif error:
        words.append(f"error `{error}`")
    safety = one.mark("BT_SAFETY")
    if safety:
        words.append(f"free-threaded: {safety}")
    names = re.findall(r"_?Py\w+…?", mirrors)
    if len(names) > 1 and "_" + one.name.lstrip("_").replace("Bt", "Py", 1) in names:
        names = ["_" + one.name.lstrip("_").replace("Bt", "Py", 1)]
    own = re.sub(r"^(_?)Bt", r"\1Py", one.name)
    if own in names:
        names = [own]
    words += [f"`{name}`" for name in names]
    return " · ".join(words)


def entry(item, page, links):
    body, fields, mirrors = parts(item.comment)
    lines = []
    tables = [one for one in item.declarations if one.kind == "constant"]
    others = [one for one in item.declarations if one.kind != "constant"]
    if not others and not tables:
        return [links.prose(body, page), ""]
    titled = [one for one in others if one.kind in HEADED]
    for one in titled or tables[:0]:
        lines += [f"### {one.name}", ""]
        # The headings of an entry follow each other; what they share comes once.
        lines += ["```c", shape(one), "```", ""]
        line = facts(one, mirrors)
        lines += [line, ""] if line else []
    untitled = [one for one in others if one not in titled]
    if untitled:
        lines += ["".join(f'<a id="{anchor(one)}"></a>' for one in untitled), ""]
        lines += ["```c", *map(shape, untitled), "```", ""]
    if body.strip():
        lines += [links.prose(body, page), ""]
    for name in ("Ownership", "Returns", "Errors", "Threads"):
        if fields.get(name):
            lines.append(f"- **{name}**: {links.text(fields[name], page)}")
    if fields:
        lines.append("")
    if tables:
        lines += constants(tables, page, links)
    return lines


def shape(one):
    """A declaration as a reader wants it: a macro without what it expands to."""
    if one.kind == "macro":
        return re.match(r"#define \w+(?:\([^()]*\))?", one.text)[0].removeprefix("#define ")
    text = re.sub(r"\bBT_(?:UNUSED|NORETURN)\b ?", "", one.text)
    if one.kind == "function" and len(text) > 100:
        head, _, rest = text.partition("(")
        return head + "(\n    " + re.sub(r",\s+(?![^(]*\)\()", ",\n    ", rest)
    return text


def constants(tables, page, links):
    rows = []
    for one in tables:
        value = re.sub(r"^#define \w+\s*", "", one.text).replace("\n", " ").replace("\\", "").replace("|", "\\|")
        value = " ".join(value.split())
        value = f"`{value}`" if value and len(value) <= 60 else ""
        rows.append((f'<a id="{anchor(one)}"></a>`{one.name}`', value, links.text(one.note, page)))
    if any(value for _, value, _ in rows):
        return ["| name | value | |", "|---|---|---|", *("| " + " | ".join(row) + " |" for row in rows), ""]
    return ["| name | |", "|---|---|", *(f"| {name} | {note} |" for name, _, note in rows), ""]


def header_page(header, links):
    page = header.file[:-2]
    lines = [f"# {header.file}", "", links.prose(header.title, page), "", links.prose("\n".join(header.text), page), ""]
    functions = [(one, item) for section in header.sections for item in section.entries
                 for one in item.declarations if one.kind in HEADED]
    if len(functions) > 3:
        lines += ["| | |", "|---|---|"]
        for one, item in functions:
            what = links.text(sentence(item.comment), page).replace("|", "\\|")
            lines.append(f"| [`{one.name}`](#{anchor(one)}) | {what} |")
        lines.append("")
    for section in header.sections:
        if not any(item.declarations or item.comment for item in section.entries):
            continue
        if section.title:
            lines += [f"## {links.text(section.title, page)}", ""]
        if section.text:
            lines += [links.prose("\n".join(section.text), page), ""]
        for item in section.entries:
            lines += entry(item, page, links)
    lines += ["[Overview](README.md) · [Index](Index.md)", ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def overview(headers, links):
    by_name = {header.file[:-2]: header for header in headers}
    count = sum(one.exported for header in headers for one in header.declarations())
    lines = ["# The C API", "",
             f"Every function, macro and type of `baton.h`, read from the headers by `Tools/reference/write.py`: {count} exported functions.",
             "[Index.md](Index.md) lists them by name; [WritingExtensions.md](../WritingExtensions.md) teaches their use, and",
             "[Contract.md](../Contract.md) the ten rules.", ""]
    for title, names in GROUPS:
        lines += [f"## {title}", "", "| | |", "|---|---|"]
        lines += [f"| [{name}.h]({name}.md) | {links.text(by_name[name].title, 'README')} |" for name in names.split()]
        lines.append("")
    lines += ["## How to read a declaration", "", LEGEND]
    return "\n".join(lines)


def index(headers, links):
    rows = {}
    for header in headers:
        for section in header.sections:
            for item in section.entries:
                for one in item.declarations:
                    if one.kind != "data" or not one.name.startswith("_"):
                        rows.setdefault(one.name, (one, item, header.file[:-2]))
    lines = ["# Index by name", ""]
    letters = {}
    for name in sorted(rows, key=lambda name: (stem(name).lower(), name)):
        letters.setdefault(stem(name)[0].upper(), []).append(name)
    lines += [" · ".join(f"[{one}](#{one.lower()})" for one in letters), ""]
    for letter, names in letters.items():
        lines += [f"## {letter}", "", "| name | | lock |", "|---|---|---|"]
        for name in names:
            one, item, page = rows[name]
            what = one.note or sentence(item.comment)
            what = links.text(what, "Index").replace("|", "\\|")
            lines.append(f"| [`{name}`]({page}.md#{anchor(one)}) | {what} | {STATES.get(one.state, '')} |")
        lines.append("")
    return "\n".join(lines)


def stem(name):
    """What a name is sorted by."""
    return re.sub(r"^_?(Bt|BT)_?", "", name)
