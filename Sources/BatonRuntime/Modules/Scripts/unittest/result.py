"""What came of tests."""

import traceback

# Tracebacks of failures leave out the places of modules that have this name.
__unittest = True


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

    def startTestRun(self):
        """Called before any test runs."""

    def stopTest(self, test):
        """Called when a test is over."""

    def stopTestRun(self):
        """Called when all tests have run."""

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
