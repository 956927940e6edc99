#!/usr/bin/env python3
"""Check the threading contract, relaxed, over the sources of the CPython packages that test-packages.sh has fetched.

usage: check-packages.py --baton PATH [MODULE...]

For each module: how many of its files touch the API, how many blocks they have, and what `baton check --relaxed` finds. The
sources, include folders and macros are those that the build uses: a compiler that does nothing prints its commands.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = [ROOT / "Tests/PythonPackages/packages.tsv", ROOT / "Tests/PythonPackages/further.tsv"]
BLOCK = re.compile(r"\bPy_BEGIN_ALLOW_THREADS\b|\bPyEval_SaveThread\s*\(|\bPy_UNBLOCK_THREADS\b")
KEPT = re.compile(r"-[ID].|-isystem|-std=")


def rows():
    for table in TABLES:
        for line in table.read_text().splitlines()[1:]:
            yield [("" if field == "-" else field) for field in line.split("\t")]


def compilations(baton, folder, module, sources, include, define):
    """The flags for each source, in the order of the build."""
    if sources:
        flags = [f"-I{one}" for one in include.split()] + [word for one in define.split() for word in ("-D", one)]
        files = sorted(str(path.relative_to(folder)) for glob in sources.split() for path in folder.glob(glob))
        command = ["build", "--python-h", "--name", module, *files, *flags, "-o", f"{folder}/.checked/{module}.so"]
    else:
        (folder / ".checked").mkdir(exist_ok=True)
        command = ["pip-build", str(folder), "--only", module, "-o", f"{folder}/.checked"]
    done = subprocess.run([baton, *command, "-v"], cwd=folder, env=os.environ | {"CC": "true", "CXX": "true"},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    for line in done.stdout.splitlines():
        # A macro's value may have spaces: what begins with no dash belongs to what is before it.
        words = re.split(r" (?=-)", line)
        if words[0] == "true" and words[1].startswith("-c "):
            yield words[1][3:], [word for word in words[2:] if KEPT.match(word)]


def with_included(path):
    """The text of a source and of the sources that it includes."""
    text = path.read_text(errors="replace")
    for name in re.findall(r'^#include "([^"]+\.c)"', text, re.M):
        if (path.parent / name).exists():
            text += with_included(path.parent / name)
    return text


def check(baton, folder, source, flags):
    """The findings in one file; None if clang cannot compile it."""
    arguments = []
    for flag in flags:
        if flag.startswith("-D"):
            arguments += ["-D", flag[2:]]
        elif flag.startswith("-I"):
            arguments += ["-I", flag[2:]]
        else:
            arguments += ["--flag", flag]
    done = subprocess.run([baton, "check", "--relaxed", "--json", source, *arguments], cwd=folder, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, timeout=300)
    if done.returncode == 2:
        print(done.stderr.strip()[-200:], file=sys.stderr)
        return None
    found = json.loads(done.stdout)
    return found if isinstance(found, list) else found["findings"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--baton", required=True)
    parser.add_argument("modules", nargs="*")
    arguments = parser.parse_args()
    baton = os.path.realpath(arguments.baton)
    print(f"{'package':<14} {'module':<22} {'files':>5} {'blocks':>6} {'findings':>8}")
    for package, version, module, sources, include, define, _ in rows():
        if arguments.modules and module not in arguments.modules:
            continue
        folder = ROOT / ".build/packages/sources" / f"{package}-{version}"
        if not folder.exists():
            print(f"{package:<14} {module:<22} not fetched: run make test-packages-all")
            continue
        files = blocks = 0
        findings, refused = [], []
        for source, flags in compilations(baton, folder, module, sources, include, define):
            text = with_included(folder / source)
            if not re.search(r"\bPy[A-Z_]", text):
                continue
            files += 1
            blocks += len(BLOCK.findall(text))
            found = check(baton, folder, source, flags)
            if found is None:
                refused.append(source)
            else:
                findings += found
        print(f"{package:<14} {module:<22} {files:>5} {blocks:>6} {len(findings):>8}")
        for one in findings:
            print(f"    {one['file']}:{one['line']}: R{one['rule']}: {one['message']}")
        for source in refused:
            print(f"    {source}: clang does not compile it")


main()
