#!/usr/bin/env python3
"""Write Documentation/Reference from the headers of the C API: a page a header, an overview and an index.

usage: write.py [--check]

With --check nothing is written: the exit status is 1 if a page is out of date. In both forms it is 1 if the reference would not
be complete: an exported function that was not read, or that has no sentence, or a header in no group.
"""
import pathlib
import re
import sys

import headers as reading
import pages

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "CShim/include"
TARGET = ROOT / "Documentation/Reference"


def gaps(headers):
    """What keeps the reference from being complete."""
    grouped = {name for _, names in pages.GROUPS for name in names.split()}
    for header in headers:
        if header.file[:-2] not in grouped:
            yield f"{header.file} is in no group of Tools/reference/pages.py"
        read = {one.name for one in header.declarations() if one.exported}
        source = re.sub(r"//.*", "", (INCLUDE / "baton" / header.file).read_text())
        written = set(re.findall(r"^BT_API\b[^;{(]*?\b(\w+)\s*\(", source, re.M))
        hidden = {name for name in written if name.startswith("_bt_")}
        for name in sorted(name for name in written - hidden if not {name, name.rstrip("_")} & read):
            yield f"{header.file}: {name} was not read"
        for section in header.sections:
            for item in section.entries:
                for one in item.declarations:
                    if one.exported and not (one.note or pages.sentence(item.comment)):
                        yield f"{header.file}: {one.name} has no sentence"
                    if one.exported and not one.state:
                        yield f"{header.file}: {one.name} does not say what lock state it needs"
    for name in sorted(grouped - {header.file[:-2] for header in headers}):
        yield f"there is no {name}.h, which Tools/reference/pages.py names"


def main():
    headers = reading.public_headers(INCLUDE)
    missing = list(gaps(headers))
    if missing:
        sys.exit("reference/write.py: not complete:\n" + "\n".join(missing))
    links = pages.Links(headers)
    wanted = {"README.md": pages.overview(headers, links), "Index.md": pages.index(headers, links)}
    wanted |= {f"{header.file[:-2]}.md": pages.header_page(header, links) for header in headers}
    if "--check" in sys.argv:
        there = {path.name for path in TARGET.glob("*.md")}
        stale = sorted(there - set(wanted)) + [
            name for name, text in wanted.items() if name not in there or (TARGET / name).read_text() != text]
        if stale:
            sys.exit(f"reference/write.py: out of date: {', '.join(stale)}; run Tools/reference/write.py")
        print(f"reference: {sum(one.exported for header in headers for one in header.declarations())} exported functions, up to date")
        return
    TARGET.mkdir(exist_ok=True)
    for path in TARGET.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (TARGET / name).write_text(text)


main()
