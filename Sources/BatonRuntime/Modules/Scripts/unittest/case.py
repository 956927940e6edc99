"""One test: its steps, and what it asserts."""

# Tracebacks of failures leave out the places of modules that have this name.
__unittest = True
_no_message = object()


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


def _enter(context, add_cleanup):
    """What a context manager gives; it is left by a clean-up."""
    kind = type(context)
    try:
        enter, leave = kind.__enter__, kind.__exit__
    except AttributeError:
        name = f"{kind.__module__}.{kind.__qualname__}"
        raise TypeError(f"'{name}' object does not support the context manager protocol") from None
    value = enter(context)
    add_cleanup(leave, context, None, None, None)
    return value


def _clean_up(cleanups):
    """Call them, last one first; what they raise."""
    errors = []
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    return errors


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Have a function called when the tests of the module are over; last one first."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    errors = _clean_up(_module_cleanups)
    if errors:
        raise errors[0]


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

    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = [(type(error), error, error.__traceback__) for error in _clean_up(cls._class_cleanups)]

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual call `function` for two objects of exactly this type."""
        self._equalities = {**getattr(self, "_equalities", {}), typeobj: function}

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
            from .result import TestResult

            result = TestResult()
        result.startTest(self)
        try:
            return self._run(result)
        finally:
            result.stopTest(self)

    def _run(self, result):
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
        function = getattr(self, "_equalities", {}).get(type(first)) if type(first) is type(second) else None
        if function is not None:
            if isinstance(function, str):
                function = getattr(self, function)
            return function(first, second, msg=msg)
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


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function, self._set_up, self._tear_down, self._described = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return f"{type(self).__module__}.{type(self).__qualname__} ({self._function.__name__})"

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tec={self._function}>"

    def shortDescription(self):
        text = self._function.__doc__ if self._described is None else self._described
        return text.split("\n")[0].strip() if text else None


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
