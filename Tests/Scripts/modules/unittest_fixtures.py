# Fixtures of classes and modules, clean-ups and contexts; what fails in them.
import io
import sys
import unittest
from contextlib import contextmanager

log = []


@contextmanager
def noted(name):
    log.append(f"enter {name}")
    yield name
    log.append(f"leave {name}")


def setUpModule():
    log.append("module up")
    unittest.addModuleCleanup(log.append, "module clean")
    unittest.enterModuleContext(noted("module"))


def tearDownModule():
    log.append("module down")


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append("first up")
        cls.addClassCleanup(log.append, "first clean")
        cls.value = cls.enterClassContext(noted("first"))

    @classmethod
    def tearDownClass(cls):
        log.append("first down")

    def test_a(self):
        self.assertEqual(self.value, "first")
        self.assertEqual(self.enterContext(noted("test")), "test")
        log.append("a")

    def test_b(self):
        self.addTypeEqualityFunc(float, "assertClose")
        self.assertEqual(1.0, 1.25)
        with self.assertRaises(AssertionError):
            self.assertEqual(1.0, 3.0)

    def assertClose(self, first, second, msg=None):
        if abs(first - second) > 1:
            raise self.failureException(msg or "far apart")

    def test_c(self):
        with self.assertRaises(TypeError) as context:
            self.enterContext(5)
        log.append(str(context.exception))


class Unfit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(log.append, "unfit clean")
        raise ValueError("unfit")

    def test_never(self):
        log.append("never")


class Skipped(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("not here")

    def test_never(self):
        log.append("never")


@unittest.skip("whole class")
class Left(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append("never")

    def test_never(self):
        log.append("never")


class BadEnd(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        cls.addClassCleanup(lambda: 1 / 0)
        raise KeyError("end")

    def test_it(self):
        log.append("bad end")


class Result(unittest.TextTestResult):
    def startTestRun(self):
        super().startTestRun()
        log.append("run begins")

    def stopTest(self, test):
        super().stopTest(test)
        log.append(f"over {test.id().split('.')[-1]}")

    def stopTestRun(self):
        super().stopTestRun()
        log.append("run ends")


def function():
    """A function.

    As a test."""
    log.append("function")


suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
suite.addTest(unittest.FunctionTestCase(function, setUp=lambda: log.append("up"), tearDown=lambda: log.append("down")))
stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2, resultclass=Result).run(suite)
print(result.testsRun, [str(case) for case, _ in result.errors], [(str(case), why) for case, why in result.skipped], result.failures)
for line in log:
    print(line)
for line in stream.getvalue().splitlines():
    if " ... " in line:
        print(line)
print(result.errors[0][1].splitlines()[-1])
names = unittest.defaultTestLoader.loadTestsFromNames(["First.test_a", "BadEnd"], sys.modules["__main__"])
print(names.countTestCases())
print(repr(unittest.FunctionTestCase(function)).split(" tec")[0], unittest.FunctionTestCase(function).shortDescription())
