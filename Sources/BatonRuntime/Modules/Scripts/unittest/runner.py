"""Tests run for people to see."""

import sys
import time

from .case import _SubTest
from .result import TestResult

# Tracebacks of failures leave out the places of modules that have this name.
__unittest = True


def _description(test):
    short = test.shortDescription()
    return f"{test}\n{short}" if short else str(test)


class TextTestResult(TestResult):
    def __init__(self, stream, descriptions, verbosity):
        super().__init__()
        self.stream, self.verbosity = stream, verbosity
        self._is_line_open = False

    def startTest(self, test):
        super().startTest(test)
        if self.verbosity > 1:
            self.stream.write(f"{_description(test)} ... ")
            self.stream.flush()
            self._is_line_open = True

    def _tell(self, test, letter, word):
        if self.verbosity > 1:
            is_part = isinstance(test, _SubTest)
            if is_part or not self._is_line_open:
                if self._is_line_open:
                    self.stream.write("\n")
                self.stream.write(f"{'  ' if is_part else ''}{_description(test)} ... ")
            self.stream.write(word + "\n")
            self._is_line_open = False
        else:
            self.stream.write(letter)
        self.stream.flush()

    def addSuccess(self, test):
        self._tell(test, ".", "ok")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self._tell(test, "F", "FAIL")

    def addError(self, test, error):
        super().addError(test, error)
        self._tell(test, "E", "ERROR")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, "s", f"skipped {reason!r}")

    def addExpectedFailure(self, test, error):
        super().addExpectedFailure(test, error)
        self._tell(test, "x", "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, "u", "unexpected success")


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, **options):
        self.stream, self.descriptions, self.verbosity = stream or sys.stderr, descriptions, verbosity
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        start = time.perf_counter()
        result.startTestRun()
        test.run(result)
        result.stopTestRun()
        taken = time.perf_counter() - start
        write = self.stream.write
        write("\n")
        for kind, rows in (("ERROR", result.errors), ("FAIL", result.failures)):
            for case, text in rows:
                write("=" * 70 + f"\n{kind}: {_description(case)}\n" + "-" * 70 + f"\n{text}\n")
        write("-" * 70 + f"\nRan {result.testsRun} test{'' if result.testsRun == 1 else 's'} in {taken:.3f}s\n\n")
        counts = [
            f"{name}={len(rows)}"
            for name, rows in (
                ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
                ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses),
            )
            if rows
        ]
        word = "OK" if result.wasSuccessful() else "FAILED"
        write(word + (f" ({', '.join(counts)})" if counts else "") + "\n")
        return result
