"""A test class as people write it: fixtures, subtests, skips, assertions, expected failures."""
import io
import unittest

class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self):
        if not self.items: raise IndexError("pop from empty stack")
        return self.items.pop()
    def __len__(self): return len(self.items)

class StackTest(unittest.TestCase):
    log = []
    @classmethod
    def setUpClass(cls): cls.log.append("class up")
    @classmethod
    def tearDownClass(cls): cls.log.append("class down")
    def setUp(self):
        self.stack = Stack()
        self.addCleanup(self.log.append, "cleaned")
    def tearDown(self): self.log.append("down")
    def test_push(self):
        self.stack.push(1)
        self.assertEqual(len(self.stack), 1)
        self.assertTrue(self.stack.items)
        self.assertIn(1, self.stack.items)
        self.assertIsNone(None); self.assertIs(self.stack, self.stack); self.assertIsInstance(self.stack, Stack)
        self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertGreater(2, 1); self.assertNotEqual(1, 2); self.assertFalse([])
    def test_pop_empty(self):
        with self.assertRaises(IndexError) as caught: self.stack.pop()
        self.assertEqual(str(caught.exception), "pop from empty stack")
        with self.assertRaisesRegex(IndexError, "empty") if False else self.assertRaises(IndexError): self.stack.pop()
    def test_fails(self):
        self.assertEqual([1, 2], [1, 3], "they differ")
    def test_error(self):
        {}["missing"]
    def test_subtests(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    @unittest.skip("not today")
    def test_skipped(self): raise AssertionError
    @unittest.expectedFailure
    def test_expected(self): self.fail("as expected")

suite = unittest.defaultTestLoader.loadTestsFromTestCase(StackTest)
stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
text = stream.getvalue()
print([line for line in text.splitlines() if "..." in line])
print([line for line in text.splitlines() if line.startswith(("FAIL", "ERROR", "FAILED"))])
print("they differ" in text, "KeyError: 'missing'" in text, StackTest.log.count("down"), StackTest.log.count("cleaned"), StackTest.log[0], StackTest.log[-1])
