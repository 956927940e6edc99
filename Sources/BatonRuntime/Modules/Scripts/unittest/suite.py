"""Tests together, and where they are found."""

import sys

from .case import SkipTest, TestCase, doModuleCleanups

# Tracebacks of failures leave out the places of modules that have this name.
__unittest = True


class _Whole:
    """A class or a module in a result, where its own setting up or tearing down failed."""

    def __init__(self, description):
        self.description = description

    def __str__(self):
        return self.description

    def shortDescription(self):
        return None

    id = __str__


class _Place:
    """The class and the module whose tests run: they are set up before them and torn down behind them."""

    def __init__(self, result):
        self.result = result
        self.cls = self.module = None
        self.is_fit = self.is_module_fit = True

    def go(self, cls):
        """Come to the tests of a class, or to the end; whether they can be run."""
        if cls is self.cls:
            return self.is_fit
        self._leave_class()
        name = cls.__module__ if cls is not None else None
        if name != self.module:
            self._leave_module()
            self.module = name
            self.is_module_fit = True
            found = sys.modules.get(name) if name else None
            if hasattr(found, "setUpModule"):
                self.is_module_fit = self._try(found.setUpModule, f"setUpModule ({name})")
                if not self.is_module_fit:
                    self._try(doModuleCleanups, f"setUpModule ({name})")
        self.cls = cls
        if cls is None:
            return False
        self.is_fit = self.is_module_fit
        if self.is_fit and not getattr(cls, "__unittest_skip__", False):
            title = f"setUpClass ({cls.__module__}.{cls.__qualname__})"
            self.is_fit = self._try(cls.setUpClass, title)
            if not self.is_fit:
                self._clean_class(title)
        return self.is_fit

    def _try(self, function, title):
        try:
            function()
            return True
        except SkipTest as error:
            self.result.addSkip(_Whole(title), str(error))
        except Exception as error:
            self.result.addError(_Whole(title), error)
        return False

    def _clean_class(self, title):
        self.cls.doClassCleanups()
        for _, error, _ in self.cls.tearDown_exceptions:
            self.result.addError(_Whole(title), error)

    def _leave_class(self):
        cls = self.cls
        if cls is None or not self.is_fit or getattr(cls, "__unittest_skip__", False):
            return
        title = f"tearDownClass ({cls.__module__}.{cls.__qualname__})"
        self._try(cls.tearDownClass, title)
        self._clean_class(title)

    def _leave_module(self):
        if self.module is None or not self.is_module_fit:
            return
        found = sys.modules.get(self.module)
        title = f"tearDownModule ({self.module})"
        if hasattr(found, "tearDownModule"):
            self._try(found.tearDownModule, title)
        self._try(doModuleCleanups, title)


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
        place = _Place(result)
        self._run(result, place)
        place.go(None)
        return result

    def _run(self, result, place):
        for test in self._tests:
            if isinstance(test, TestSuite):
                test._run(result, place)
            elif place.go(type(test)):
                test.run(result)
            if result.shouldStop:
                break

    def debug(self):
        """Run the tests without a result: what they raise gets out."""
        for test in self._tests:
            test.debug()

    __call__ = run


class TestLoader:
    testMethodPrefix = "test"

    def getTestCaseNames(self, cls):
        return sorted(name for name in dir(cls) if name.startswith(self.testMethodPrefix) and callable(getattr(cls, name)))

    def loadTestsFromTestCase(self, cls):
        return TestSuite(cls(name) for name in self.getTestCaseNames(cls))

    def loadTestsFromModule(self, module):
        found = [getattr(module, name) for name in dir(module)]
        classes = [value for value in found if isinstance(value, type) and issubclass(value, TestCase)]
        return TestSuite(self.loadTestsFromTestCase(cls) for cls in classes if cls is not TestCase)

    def loadTestsFromName(self, name, module=None):
        target = module
        for part in name.split("."):
            owner, target = target, getattr(target, part)
        if isinstance(target, type):
            return self.loadTestsFromTestCase(target)
        return TestSuite([owner(part)])

    def loadTestsFromNames(self, names, module=None):
        return TestSuite(self.loadTestsFromName(name, module) for name in names)


defaultTestLoader = TestLoader()
