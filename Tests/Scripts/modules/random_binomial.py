# random.binomialvariate: the numbers of CPython for the same seed.
import random

random.seed(42)
for n, p in [(1, 0.5), (1, 0.1), (5, 0.5), (10, 0.25), (10, 0.9), (100, 0.01), (100, 0.05), (100, 0.5), (100, 0.75), (1000, 0.3), (10**6, 0.5), (10**9, 1e-8), (10**12, 0.4)]:
    print(n, p, [random.binomialvariate(n, p) for _ in range(8)])
print(random.binomialvariate(), random.binomialvariate(0), random.binomialvariate(7, 0.0), random.binomialvariate(7, 1.0), random.binomialvariate(n=3, p=0.5), random.binomialvariate(5, 1e-300))
for arguments in [(-1, 0.5), (5, -0.1), (5, 1.1), (5, 2), (-1, 0)]:
    try:
        print(random.binomialvariate(*arguments))
    except Exception as error:
        print(arguments, type(error).__name__, error)
own = random.Random(7)
print([own.binomialvariate(50, 0.5) for _ in range(5)], own.random(), type(own.binomialvariate(1, 0.5)).__name__)
