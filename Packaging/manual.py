#!/usr/bin/env python3
"""Write the manual pages: baton.1 from manual/baton.mdoc, and a page for each command from what it says of itself.

usage: baton --experimental-dump-help | manual.py VERSION FOLDER
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
MACRO = re.compile(r"^[.']")


def escaped(text):
    """Text that mdoc takes as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return MACRO.sub(r"\\&\g<0>", text)


def sentences(text):
    """A line for each sentence, so that the spaces between them are the formatter's."""
    return [escaped(one) for one in re.split(r"(?<=[.:]) (?=[A-Z])", text)]


def paragraphs(text):
    """Paragraphs of running text; indented lines are shown as they are."""
    lines, literal = [], False
    for line in (text or "").split("\n"):
        shown = line.startswith("  ")
        if shown and not literal:
            lines.append(".Bd -literal -offset indent")
        if literal and not shown:
            lines.append(".Ed")
        literal = shown
        if shown:
            lines.append(escaped(line[2:]))
        elif line.strip():
            lines += sentences(line)
        elif lines and lines[-1] not in (".Pp", ".Ed"):
            lines.append(".Pp")
    if literal:
        lines.append(".Ed")
    while lines and lines[-1] == ".Pp":
        lines.pop()
    # A display makes its own space.
    return [line for line, after in zip(lines, lines[1:] + [""]) if not (line == ".Pp" and after.startswith(".Bd"))]


def flags(argument):
    """mdoc's arguments of .Fl for each name of an option: `h`, `-help`."""
    names = argument.get("names", [])
    names.sort(key=lambda name: name["kind"] != "short")
    return ["\\-" + escaped(name["name"]) if name["kind"] == "long" else escaped(name["name"]) for name in names]


def synopsis(argument):
    value = escaped(argument["valueName"])
    dots = " ..." if argument.get("isRepeating") else ""
    if argument["kind"] == "positional":
        return (".Op Ar " if argument["isOptional"] else ".Ar ") + value + dots
    name = flags(argument)[-1]
    words = f"Fl {name}" + (f" Ar {value}" if argument["kind"] == "option" else "")
    return f".Op {words}{dots}" if argument["isOptional"] else f".{words}{dots}"


def item(argument):
    value = escaped(argument["valueName"])
    if argument["kind"] == "positional":
        head = f".It Ar {value}"
    else:
        tail = f" Ar {value}" if argument["kind"] == "option" else ""
        head = ".It " + " , ".join(f"Fl {name}{tail}" for name in flags(argument))
    text = sentences(argument.get("abstract", ""))
    if argument.get("allValues"):
        text.append("One of " + escaped(", ".join(argument["allValues"])) + ".")
    if argument.get("defaultValue"):
        text.append(f"Default: {escaped(argument['defaultValue'])}.")
    return [head] + text


def command_page(command, version):
    name = command["commandName"]
    shown = [one for one in command.get("arguments", []) if one.get("shouldDisplay", True) and own(one)]
    lines = [
        f".Dd {DATE}", f".Dt BATON-{name.upper()} 1", f".Os Baton {version}",
        ".Sh NAME", f".Nm baton-{name}", f".Nd {escaped(command['abstract'].rstrip('.'))}",
        ".Sh SYNOPSIS", f".Nm baton {name}", *map(synopsis, shown),
        ".Sh DESCRIPTION", *(paragraphs(command.get("discussion")) or sentences(command["abstract"])),
    ]
    if shown:
        lines += [".Sh OPTIONS", ".Bl -tag -width Ds"]
        lines += [line for one in shown for line in item(one)]
        lines += [".El"]
    lines += [".Sh SEE ALSO", ".Xr baton 1"]
    return lines


def own(argument):
    """Whether it belongs to this command: each has --help and --version."""
    return not {name["name"] for name in argument.get("names", [])} & {"help", "version"}


def main():
    version, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    commands = [one for one in json.load(sys.stdin)["command"]["subcommands"] if one["commandName"] != "help"]
    listed = [line for one in commands
              for line in (f".It Xr baton-{one['commandName']} 1", escaped(one["abstract"]))]
    text = (HERE / "manual/baton.mdoc").read_text()
    text = text.replace("@DATE@", DATE).replace("@VERSION@", version).replace("@COMMANDS@", "\n".join(listed))
    (folder / "baton.1").write_text(text)
    for one in commands:
        (folder / f"baton-{one['commandName']}.1").write_text("\n".join(command_page(one, version)) + "\n")


DATE = re.search(r"^\.\\\" date: (.*)$", (HERE / "manual/baton.mdoc").read_text(), re.M)[1]
main()
