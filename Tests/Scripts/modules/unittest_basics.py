import io
import unittest


class Arithmetic(unittest.TestCase):
    order = []

    @classmethod
    def setUpClass(cls):
        cls.order.append("class")

    def setUp(self):
        self.order.append("set up")
        self.addCleanup(self.order.append, "clean up")

    def tearDown(self):
        self.order.append("tear down")

    def test_equal(self):
        self.assertEqual(1 + 1, 2)
        self.assertIn(3, [3])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])

    def test_fails(self):
        self.assertEqual(1, 2, "numbers")

    def test_errors(self):
        raise KeyError("boom")

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as context:
            1 / 0
        self.assertEqual(str(context.exception), "division by zero")
        self.assertRaises(ValueError, int, "x")

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    def test_parts(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertNotEqual(number, 1)


suite = unittest.TestLoader().loadTestsFromTestCase(Arithmetic)
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), len(result.errors), result.skipped[0][1], len(result.expectedFailures), result.wasSuccessful())
print([str(test).split()[0] for test, _ in result.failures], result.errors[0][1].splitlines()[-1])
print(Arithmetic.order[:4], suite.countTestCases())
for check in ("assertTrue(0)", "assertFalse(1)", "assertIs(1, 2)", "assertIsNone(1)", "assertIn(1, [])", "assertLess(2, 1)", "assertIsInstance(1, str)",
              "assertGreaterEqual(1, 2)", "assertNotEqual(1, 1)", "assertAlmostEqual(1, 2)", "fail('no')"):
    try:
        eval("case." + check, {"case": Arithmetic("test_equal")})
    except AssertionError as error:
        print(error)
