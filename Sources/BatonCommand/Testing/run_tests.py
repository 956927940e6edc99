"""What `baton test` runs in a process of its own for each leg.

arguments: the leg's way (once, held, threads, leaks), the number of threads, seconds, a part of the names of the tests that
are to run, and the files of tests. The last line of the output tells the parent what was done.
"""
import ctypes
import gc
import os
import sys
import threading
import time
import traceback
import types

MARK = "baton test:"
RUNNING = "baton test runs:"


class Skip(Exception):
    pass


def function_tests(module, name):
    return [
        (f"{name}.{key}", value)
        for key, value in vars(module).items()
        if key.startswith("test") and isinstance(value, types.FunctionType)
    ]


def case_tests(module, name):
    unittest = sys.modules.get("unittest")
    if unittest is None:
        return []

    def test(kind, method):
        def run():
            result = unittest.TestResult()
            kind(method).run(result)
            for case, text in result.failures + result.errors:
                raise AssertionError(text)
            if result.skipped:
                raise Skip()

        return run

    return [
        (f"{name}.{kind.__name__}.{method}", test(kind, method))
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, unittest.TestCase) and kind.__module__ == module.__name__
        for method in dir(kind)
        if method.startswith("test")
    ]


def script_test(path, name):
    """A file without tests of its own is one: it runs from top to end."""
    with open(path) as file:
        code = compile(file.read(), path, "exec")

    def run():
        try:
            exec(code, {"__name__": "__main__", "__file__": path})
        except SystemExit as end:
            if end.code not in (None, 0):
                raise AssertionError(f"the script ended with {end.code!r}")

    return [(name, run)]


def collect(paths, part):
    tests = []
    for path in paths:
        name = os.path.basename(path)[:-3]
        sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
        module = __import__(name)
        tests += function_tests(module, name) + case_tests(module, name) or script_test(path, name)
    return [(name, test) for name, test in tests if part in name]


class Outcome:
    """guarded by: its lock"""

    def __init__(self):
        self.lock = threading.Lock()
        self.runs = 0
        self.skipped = set()
        self.failures = {}

    def run(self, name, test):
        error = None
        skipped = False
        try:
            test()
        except Skip:
            skipped = True
        except BaseException as raised:
            if type(raised).__name__ == "SkipTest":
                skipped = True
            else:
                # What the test raised, without the line above.
                error = "".join(traceback.format_exception(type(raised), raised, raised.__traceback__.tb_next))
        with self.lock:
            self.runs += 1
            if skipped:
                self.skipped.add(name)
            if error is not None:
                count, first = self.failures.get(name, (0, error))
                self.failures[name] = (count + 1, first)


def run_once(tests, outcome):
    for name, test in tests:
        # For the case that it does not come to an end.
        print(RUNNING, name, flush=True)
        outcome.run(name, test)
    return ""


def run_held(tests, outcome):
    hold = ctypes.CDLL(None).BtLock_SetHold
    hold(1)
    try:
        return run_once(tests, outcome)
    finally:
        hold(0)


def run_in_threads(tests, outcome, count, seconds):
    """Every thread runs all tests, each beginning with another one, again until the time is over."""
    end = time.monotonic() + seconds
    start = threading.Barrier(count)
    rounds = [0] * count

    def work(index):
        start.wait()
        shift = index % len(tests)
        while True:
            for name, test in tests[shift:] + tests[:shift]:
                outcome.run(name, test)
            rounds[index] += 1
            if time.monotonic() >= end or outcome.failures:
                return

    threads = [threading.Thread(target=work, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return f"{count} threads, {min(rounds)} to {max(rounds)} rounds"


class Memory:
    """What the process has in use: objects and blocks of the runtime, and bytes of malloc."""

    class Figures(ctypes.Structure):
        _fields_ = [
            (name, ctypes.c_size_t)
            for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()
        ]

    def __init__(self):
        self.live = ctypes.PyDLL(None)._bt_memory_live
        self.live.restype = ctypes.c_ssize_t
        self.mallinfo = getattr(ctypes.CDLL(None), "mallinfo2", None)
        if self.mallinfo is not None:
            self.mallinfo.restype = self.Figures

    def objects(self):
        return self.live()

    def bytes(self):
        if self.mallinfo is None:
            return 0
        figures = self.mallinfo()
        return figures.uordblks + figures.hblkhd


BLOCKS = 3


def growth(test, runs, memory):
    """By how much each of some blocks of so many runs lets objects and bytes grow."""
    # Rows of C, which hold no objects.
    objects = (ctypes.c_ssize_t * (BLOCKS + 1))()
    native = (ctypes.c_ssize_t * (BLOCKS + 1))()
    for block in range(BLOCKS + 1):
        for _ in range(runs):
            test()
        gc.collect()
        objects[block] = memory.objects()
        native[block] = memory.bytes()
    return (
        min(objects[block + 1] - objects[block] for block in range(BLOCKS)),
        min(native[block + 1] - native[block] for block in range(BLOCKS)),
    )


def find_leaks(tests, outcome, seconds):
    """What every block of runs leaves behind, each run at least one object or 16 bytes."""
    memory = Memory()
    total = 0
    for name, test in tests:
        start = time.monotonic()
        outcome.run(name, test)
        outcome.run(name, test)
        if name in outcome.failures or name in outcome.skipped:
            continue
        each = (time.monotonic() - start) / 2
        runs = max(3, min(25, int(seconds / len(tests) / (BLOCKS + 1) / max(each, 1e-6))))
        objects, native = growth(test, runs, memory)
        total += runs * (BLOCKS + 1)
        if objects >= runs or native >= 16 * runs:
            told = []
            if objects >= runs:
                told.append(f"{objects / runs:.0f} object{'s' if objects >= 2 * runs else ''} of the runtime")
            if native >= 16 * runs:
                told.append(f"{native / runs:.0f} bytes of malloc")
            outcome.failures[name] = (1, f"LEAK: each run of {name} leaves {' and '.join(told)} behind\n")
    return f"{total + 2 * len(tests)} runs"


def main():
    way, threads, seconds, part = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    try:
        tests = collect(sys.argv[5:], part)
    except BaseException as raised:
        traceback.print_exception(type(raised), raised, raised.__traceback__.tb_next, file=sys.stdout)
        print(MARK, "the tests cannot be imported")
        return 1
    if not tests:
        print(MARK, f"no test has {part!r} in its name" if part else "no tests")
        return 1
    outcome = Outcome()
    if way == "once":
        done = run_once(tests, outcome)
    elif way == "held":
        done = run_held(tests, outcome)
    elif way == "threads":
        done = run_in_threads(tests, outcome, threads, seconds)
    else:
        done = find_leaks(tests, outcome, seconds)
    for name, (count, text) in outcome.failures.items():
        print(f"{name} failed{f' {count} times, first' if count > 1 else ''}:" if "LEAK" not in text else "", text, sep="\n")
    words = [f"{len(tests)} test{'s' if len(tests) != 1 else ''}"]
    if done:
        words.append(done)
    if outcome.skipped:
        words.append(f"{len(outcome.skipped)} skipped")
    if outcome.failures:
        words.append(f"{len(outcome.failures)} failed")
    print(MARK, ", ".join(words))
    return 1 if outcome.failures else 0


sys.exit(main())
