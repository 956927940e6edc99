"""Tests as classes."""

import sys
import time
import traceback

__all__ = ["SkipTest", "TestCase", "TestLoader", "TestResult", "TestSuite", "TextTestRunner", "expectedFailure", "main", "skip", "skipIf", "skipUnless"]


class SkipTest(Exception):
    """Raised by a test that is not to run."""


def skip(reason):
    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


class _Raises:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            names = getattr(self.expected, "__name__", str(self.expected))
            self.case.fail(self.case._message(self.msg, f"{names} not raised"))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None and self.pattern not in str(value):
            self.case.fail(self.case._message(self.msg, f'"{self.pattern}" does not match "{value}"'))
        return True


# Marks the places of this module in tracebacks.
__unittest = True
_no_message = object()


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._subtest = None

    def __str__(self):
        cls = type(self)
        return f"{self._testMethodName} ({cls.__module__}.{cls.__qualname__}.{self._testMethodName})"

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>"

    def id(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def countTestCases(self):
        return 1

    def skipTest(self, reason):
        raise SkipTest(reason)

    def run(self, result=None):
        if result is None:
            result = TestResult()
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        for item in (type(self), method):
            if getattr(item, "__unittest_skip__", False):
                result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                return result
        expecting = getattr(method, "__unittest_expecting_failure__", False)
        failed_before = len(result.failures) + len(result.errors)
        self._result = result
        self._step(result, [self.setUp, method], expecting)
        if len(result.failures) + len(result.errors) == failed_before and not self._told:
            result.addSuccess(self)
        return result

    def _step(self, result, steps, expecting):
        self._told = False
        try:
            steps[0]()
            try:
                steps[1]()
                if expecting:
                    result.addUnexpectedSuccess(self)
                    self._told = True
            finally:
                self.tearDown()
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            result.addSkip(self, str(error))
            self._told = True
        except BaseException as error:
            self._told = True
            if expecting:
                result.addExpectedFailure(self, error)
            elif isinstance(error, self.failureException):
                result.addFailure(self, error)
            else:
                result.addError(self, error)
        try:
            self.doCleanups()
        except Exception as error:
            self._told = True
            result.addError(self, error)

    __call__ = run

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def subTest(self, msg=_no_message, **params):
        return _SubTest(self, msg, params)

    def _message(self, msg, standard):
        return standard if msg is None else f"{standard} : {msg}"

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, condition, msg, standard):
        if not condition:
            self.fail(self._message(msg, standard))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, f"{expr!r} is not true")

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, f"{expr!r} is not false")

    def assertEqual(self, first, second, msg=None):
        self._check(first == second, msg, f"{first!r} != {second!r}")

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertSequenceEqual = assertEqual
    assertMultiLineEqual = assertEqual

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, f"{first!r} == {second!r}")

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, f"{expr1!r} is not {expr2!r}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, f"unexpectedly identical: {expr1!r}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f"{obj!r} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f"{member!r} not found in {container!r}")

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f"{member!r} unexpectedly found in {container!r}")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f"{obj!r} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f"{obj!r} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, f"{a!r} not less than {b!r}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, f"{a!r} not less than or equal to {b!r}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, f"{a!r} not greater than {b!r}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, f"{a!r} not greater than or equal to {b!r}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if delta is not None:
            self._check(difference <= delta, msg, f"{first!r} != {second!r} within {delta!r} delta ({difference!r} difference)")
            return
        places = 7 if places is None else places
        self._check(
            round(difference, places) == 0, msg, f"{first!r} != {second!r} within {places!r} places ({difference!r} difference)"
        )

    def assertNotAlmostEqual(self, first, second, places=7, msg=None, delta=None):
        difference = abs(first - second)
        self._check(
            first != second and (difference > delta if delta is not None else round(difference, places) != 0), msg,
            f"{first!r} == {second!r} within {places!r} places",
        )

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                rest = None
                break
        self._check(rest == [], msg, f"Element counts were not equal: {first!r} and {second!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _Raises(self, expected_exception, msg=kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        function, *rest = args
        with context:
            function(*rest, **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """As assertRaises; the text of the exception must contain the pattern, which is taken literally."""
        context = _Raises(self, expected_exception, expected_regex)
        if not args:
            return context
        function, *rest = args
        with context:
            function(*rest, **kwargs)


class _SubTest:
    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params
        # One subtest in another has the parameters of both.
        self.outer = case._subtest
        if self.outer is not None:
            self.params = {**params, **{name: value for name, value in self.outer.params.items() if name not in params}}

    def __str__(self):
        parts = [] if self.msg is _no_message else [f"[{self.msg}]"]
        if self.params:
            parts.append(f"({', '.join(f'{name}={value!r}' for name, value in self.params.items())})")
        return f"{self.case} {' '.join(parts) or '(<subtest>)'}"

    def shortDescription(self):
        return self.case.shortDescription()

    def __enter__(self):
        self.case._subtest = self

    def __exit__(self, kind, value, trace):
        case = self.case
        case._subtest = self.outer
        if kind is None or issubclass(kind, KeyboardInterrupt):
            return False
        case._told = True
        if issubclass(kind, SkipTest):
            case._result.addSkip(self, str(value))
        elif issubclass(kind, case.failureException):
            case._result.addFailure(self, value)
        else:
            case._result.addError(self, value)
        return True


def _report(error, is_failure=False):
    """The traceback without the places of this module: those that ran the test, and those that found a failure."""
    start = error.__traceback__
    while start and "__unittest" in start.tb_frame.f_globals:
        start = start.tb_next
    place = start if is_failure else None
    while place and place.tb_next:
        if "__unittest" in place.tb_next.tb_frame.f_globals:
            place.tb_next = None
        place = place.tb_next
    return "".join(traceback.format_exception(type(error), error, start))


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def addSuccess(self, test):
        pass

    def addFailure(self, test, error):
        self.failures.append((test, _report(error, is_failure=True)))

    def addError(self, test, error):
        self.errors.append((test, _report(error)))

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, error):
        self.expectedFailures.append((test, str(error)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self._tests)

    def run(self, result):
        current = None
        for test in self._tests:
            if isinstance(test, TestSuite):
                test.run(result)
                continue
            if type(test) is not current:
                if current is not None:
                    current.tearDownClass()
                current = type(test)
                current.setUpClass()
            test.run(result)
            if result.shouldStop:
                break
        if current is not None:
            current.tearDownClass()
        return result

    __call__ = run


class TestLoader:
    testMethodPrefix = "test"

    def getTestCaseNames(self, cls):
        return sorted(name for name in dir(cls) if name.startswith(self.testMethodPrefix) and callable(getattr(cls, name)))

    def loadTestsFromTestCase(self, cls):
        return TestSuite(cls(name) for name in self.getTestCaseNames(cls))

    def loadTestsFromModule(self, module):
        classes = [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, TestCase)]
        return TestSuite(self.loadTestsFromTestCase(cls) for cls in classes if cls is not TestCase)

    def loadTestsFromName(self, name, module=None):
        target = module
        for part in name.split("."):
            owner, target = target, getattr(target, part)
        if isinstance(target, type):
            return self.loadTestsFromTestCase(target)
        return TestSuite([owner(part)])


defaultTestLoader = TestLoader()


def _description(test):
    short = test.shortDescription()
    return f"{test}\n{short}" if short else str(test)


class _TextResult(TestResult):
    def __init__(self, stream, verbosity):
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
    def __init__(self, stream=None, descriptions=True, verbosity=1, **options):
        self.stream, self.verbosity = stream or sys.stderr, verbosity

    def run(self, test):
        result = _TextResult(self.stream, self.verbosity)
        start = time.perf_counter()
        test.run(result)
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
