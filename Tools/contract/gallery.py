#!/usr/bin/env python3
"""Run every checker over every program of Tests/Contract/Gallery and over the project's examples; print what was caught,
missed and a false alarm; fail where a promise is not kept or a target is missed.

usage: gallery.py [--baton PROGRAM] [--checkers strict,relaxed,gcc,swift,run] [NAME ...]
"""
import argparse
import collections
import concurrent.futures
import pathlib
import re
import sys

from cases import CHECKERS, ROOT, RULES, Malformed, all_cases
from checkers import Checkers, Unavailable, run

CLANG = ("strict", "relaxed")
CLANG_TARGET = 0.80


def judge(case, checker, findings):
    """What is wrong with the findings, as sentences; empty: all as promised."""
    promises = case.promises[checker]
    wrong = [f"promised {promise}, not found" for promise in promises if not any(map(promise.is_kept_by, findings))]
    for finding in findings:
        if not any(promise.is_kept_by(finding) for promise in promises):
            wrong.append(f"not promised: {finding}")
    return wrong


def is_caught(case, checker, findings):
    promises = case.promises[checker]
    return bool(promises) and all(any(map(promise.is_kept_by, findings)) for promise in promises)


def includes_baton(file):
    """Whether a source includes a header of Baton, itself or by a header beside it; others are native alone."""
    text = file.read_text()
    if "#include <baton" in text:
        return True
    beside = (file.parent / name for name in re.findall(r'#include "([^"]+)"', text))
    return any(header.exists() and includes_baton(header) for header in beside)


def check_examples(baton):
    """The project's own extensions, which break nothing; what was found in them."""
    wrong = []
    for folder in sorted(p.parent for p in (ROOT / "Examples").glob("*/Makefile")):
        files = sorted(str(file) for file in [*folder.glob("*.c"), *folder.glob("*.cpp")] if includes_baton(file))
        if not files:
            continue  # in Swift: whatever compiles keeps the contract
        for options in ([], ["--relaxed"]):
            done = run([baton, "check", *options, *files])
            if done.returncode != 0:
                wrong.append(f"Examples/{folder.name}: baton check {' '.join(options)}\n{done.stdout}{done.stderr}")
        for file in files:
            flags = run([baton, "--cflags", "--checked", "--compiler", "gcc"]).stdout.split()
            compiler = ["g++", "-std=c++17"] if file.endswith(".cpp") else ["gcc"]
            done = run([*compiler, "-Wall", "-Wextra", "-Werror", *flags, "-c", file, "-o", "/dev/null"])
            if done.returncode != 0:
                wrong.append(f"Examples/{folder.name}: gcc\n{done.stderr}")
    return wrong


def table(cases, results, unavailable):
    """Rule by checker: caught of asked; below it the false alarms."""
    shown = [c for c in CHECKERS if c not in unavailable]
    lines = [f"{'':10}" + "".join(f"{c:>12}" for c in shown) + f"{'any':>12}{'programs':>12}"]
    for rule in RULES:
        broken = [c for c in cases if c.is_broken and c.rule == rule]
        if not broken:
            continue
        cells = []
        for checker in shown:
            asked = [c for c in broken if (c, checker) in results]
            caught = [c for c in asked if is_caught(c, checker, results[c, checker])]
            cells.append(f"{len(caught)}/{len(asked)}" if asked else "")
        found = [c for c in broken if any(is_caught(c, k, results[c, k]) for k in shown if (c, k) in results)]
        lines.append(f"{rule:10}" + "".join(f"{cell:>12}" for cell in cells) + f"{f'{len(found)}/{len(broken)}':>12}{len(broken):>12}")
    correct = [c for c in cases if not c.is_broken]
    alarms = []
    for checker in shown:
        asked = [c for c in correct if (c, checker) in results]
        alarms.append(f"{sum(bool(results[c, checker]) for c in asked)}/{len(asked)}" if asked else "")
    lines.append(f"{'alarms':10}" + "".join(f"{cell:>12}" for cell in alarms) + f"{'':>12}{len(correct):>12}")
    return "\n".join(lines)


def targets(cases, results, unavailable, is_whole):
    """The targets that are missed; the share of clang counts for the whole gallery alone."""
    missed = []
    broken = [c for c in cases if c.is_broken]
    native = [c for c in broken if c.path.suffix != ".swift" and any((c, k) in results for k in CLANG)]
    by_clang = [c for c in native if any((c, k) in results and is_caught(c, k, results[c, k]) for k in CLANG)]
    if native and is_whole and set(CLANG).isdisjoint(unavailable):
        share = len(by_clang) / len(native)
        print(f"clang catches {len(by_clang)} of {len(native)} broken C and C++ programs: {share:.0%}")
        if share < CLANG_TARGET:
            missed.append(f"clang catches {share:.0%}, the target is {CLANG_TARGET:.0%}")
    for case in broken:
        asked = [k for k in CHECKERS if (case, k) in results]
        if not any(is_caught(case, k, results[case, k]) for k in asked):
            waiting = [k for k in unavailable if case.promises.get(k)]
            if not waiting:
                missed.append(f"{case.name}: no checker catches it")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--baton", default=str(ROOT / ".build/debug/baton"))
    parser.add_argument("--checkers", default=",".join(CHECKERS))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    baton = str(pathlib.Path(options.baton).resolve())
    try:
        cases = all_cases(options.names)
        checkers = Checkers(baton)
    except (Malformed, Unavailable, OSError) as problem:
        sys.exit(f"gallery: {problem}")
    wanted = options.checkers.split(",")
    tasks = [(case, k) for case in cases for k in wanted if case.promises.get(k) is not None]
    results, unavailable, wrong = {}, collections.OrderedDict(), []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        futures = {pool.submit(checkers.check, k, case): (case, k) for case, k in tasks}
        for future in concurrent.futures.as_completed(futures):
            case, k = futures[future]
            try:
                results[case, k] = future.result()
            except Unavailable as problem:
                unavailable.setdefault(k, str(problem))
    for case, k in tasks:
        if (case, k) in results:
            wrong += [f"{case.path.parent.name}/{case.path.name}: {k}: {text}" for text in judge(case, k, results[case, k])]
    for k, problem in unavailable.items():
        wrong.append(f"{k}: {problem}")
    for k in CHECKERS:
        if k not in wanted:
            unavailable.setdefault(k, "not asked for")
    if not options.names:
        wrong += check_examples(baton)
    print(table(cases, results, unavailable))
    wrong += targets(cases, results, unavailable, not options.names)
    if wrong:
        sys.exit("\n".join(["gallery:"] + wrong))
    print(f"gallery: {sum(c.is_broken for c in cases)} broken and {sum(not c.is_broken for c in cases)} correct programs, all as promised")


if __name__ == "__main__":
    main()
