#!/usr/bin/env python3
"""Do what a page of the documentation shows: write its files, run its commands, compare what they print.

usage: documentation.py --baton PATH PAGE.md...

A fence after `<!-- file: NAME -->` is that file. In a fence `console` a line `$ COMMAND` is run by one bash for the whole page, in an
empty folder with baton on PATH; the lines under it are what it prints. `…` stands for any text in a line, alone in a line for any number
of lines. Every fence is one of the two or has a language of neither code nor commands; C that no comment names is an error, so nothing
is shown that was not tried.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"(?:<!-- file: (?P<file>[^ ]+) -->\n)?^```(?P<language>[a-z+]*)\n(?P<text>.*?)^```$", re.M | re.S)
MARK = "== this command's output ends here: "
CODE = {"c", "cpp", "python", "cmake", "make"}


def pattern(expected):
    """What an output must match."""
    lines = ["(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n" for line in expected]
    return re.compile("".join(lines))


def commands(text):
    """Each command and the lines under it."""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def run(page, baton):
    """The number of files written and commands run; exits on the first difference."""
    text = page.read_text()
    files, asked = [], []
    for fence in FENCE.finditer(text):
        place = f"{page.name}:{text.count(chr(10), 0, fence.start()) + 1}"
        if fence["language"] == "console":
            asked += [(place, *one) for one in commands(fence["text"])]
        elif fence["file"]:
            files.append((fence["file"], fence["text"]))
        elif fence["language"] in CODE:
            sys.exit(f"{place}: this {fence['language']} is no file that is tried: put <!-- file: NAME --> above it")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            pathlib.Path(folder, name).write_text(content)
        script = ["exec 2>&1"] + [f"{command}\necho \"{MARK}$?\"" for _, command, _ in asked]
        path = f"{baton.parent}:/usr/local/bin:/usr/bin:/bin"
        clang = subprocess.run(["which", "swift"], stdout=subprocess.PIPE, text=True).stdout.strip()
        environment = {"PATH": path + (f":{pathlib.Path(clang).resolve().parent}" if clang else ""), "HOME": folder,
                       "LC_ALL": "C.UTF-8"}
        done = subprocess.run(["bash"], input="\n".join(script), cwd=folder, env=environment, stdout=subprocess.PIPE,
                              text=True, timeout=300)
        outputs = re.split(rf"{re.escape(MARK)}\d+\n", done.stdout)
        for (place, command, expected), output in zip(asked, outputs):
            if not pattern(expected).fullmatch(output):
                sys.exit(f"{place}: $ {command}\nshould print:\n" + "\n".join(expected) + "\nand prints:\n" + output)
        if len(outputs) != len(asked) + 1:
            sys.exit(f"{page.name}: the commands ended early:\n{done.stdout}")
    return len(files), len(asked)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--baton", required=True, type=pathlib.Path)
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    for page in arguments.pages:
        files, asked = run(page, arguments.baton.resolve())
        print(f"{page.name}: {files} files, {asked} commands, all as shown")


main()
