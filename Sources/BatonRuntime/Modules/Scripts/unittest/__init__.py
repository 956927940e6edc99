"""Tests as classes."""

import sys

from .case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups, enterModuleContext, expectedFailure, skip, skipIf,
    skipUnless,
)
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .suite import TestLoader, TestSuite, defaultTestLoader

__all__ = [
    "FunctionTestCase", "SkipTest", "TestCase", "TestLoader", "TestResult", "TestSuite", "TextTestResult", "TextTestRunner",
    "addModuleCleanup", "defaultTestLoader", "doModuleCleanups", "enterModuleContext", "expectedFailure", "main", "skip",
    "skipIf", "skipUnless",
]

# Tracebacks of failures leave out the places of modules that have this name.
__unittest = True


def main(module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1, **options):
    argv = sys.argv if argv is None else argv
    names = [name for name in argv[1:] if not name.startswith("-")]
    if "-v" in argv[1:] or "--verbose" in argv[1:]:
        verbosity = 2
    found = sys.modules[module] if isinstance(module, str) else module
    if names:
        suite = TestSuite(testLoader.loadTestsFromName(name, found) for name in names)
    else:
        suite = testLoader.loadTestsFromModule(found)
    result = (testRunner or TextTestRunner(verbosity=verbosity)).run(suite)
    if exit:
        sys.exit(0 if result.wasSuccessful() else 1)
    return result
