"""What ctypes.report() prints."""

import sys

HOLD_NS = 1_000
LONG_NS = 100_000


def _time(ns):
    if ns < 10_000:
        return "%d ns" % ns
    if ns < 10_000_000:
        return "%.1f us" % (ns / 1e3)
    return "%.1f ms" % (ns / 1e6)


def advice(calls, timed, mean, policy, in_force, helped, held_long, kept_waiting):
    if timed == 0:
        return ""
    if policy == "auto":
        return "settled: %s" % in_force
    if in_force == "hold":
        if mean >= LONG_NS:
            return "release='release': it holds the lock for long (R7)"
        if kept_waiting * 10 > calls and mean >= HOLD_NS:
            return "release='lazy': others wait for it"
        if held_long:
            return "%d long hold%s (R7): release='auto'" % (held_long, "s" if held_long > 1 else "")
        return "keep it"
    if mean < HOLD_NS:
        return "release='hold': too short to be worth a release (R7)"
    if helped * 10 > calls:
        return "keep it: it lets others run"
    return "keep it"


def print_report(figures, file=None):
    if file is None:
        file = sys.stdout
    rows = [("function", "library", "calls", "mean", "longest", "total", "policy", "helped", "advice")]
    for name, library, calls, timed, timed_ns, longest, policy, in_force, helped, held_long, waiting, usual in figures:
        if not calls:
            continue
        mean = timed_ns / timed if timed else 0
        rows.append((
            name, library or "-", str(calls), _time(mean) if timed else "-", _time(longest) if timed else "-",
            _time(mean * calls) if timed else "-", policy, str(helped),
            advice(calls, timed, mean, policy, in_force, helped, held_long, waiting)))
    if len(rows) == 1:
        print("ctypes: no foreign function has been called", file=file)
        return
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    right = (2, 3, 4, 5, 7)
    for row in rows:
        cells = [cell.rjust(widths[i]) if i in right else cell.ljust(widths[i]) for i, cell in enumerate(row)]
        print("  ".join(cells).rstrip(), file=file)
    print("Times are of one call in so many; longer calls are all timed. helped: calls during which another thread ran.",
          file=file)
