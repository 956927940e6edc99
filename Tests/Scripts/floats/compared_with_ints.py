# Exact comparisons of floats with huge ints.
big = 2 ** 53
for a, b in [(big + 1, float(big)), (big, float(big)), (10 ** 25, 1e25), (10 ** 25 + 1, 1e25), (2 ** 1024, 1e308), (-(2 ** 1024), float("-inf")), (1, 1.0), (1, 1.5), (0, -0.0), (3, float("nan")), (2 ** 63, 2.0 ** 63), (2 ** 63 - 1, 2.0 ** 63), (2 ** 64 + 1, 2.0 ** 64)]:
    print(a == b, a != b, a < b, a <= b, a > b, a >= b, b == a, b < a, b > a, b <= a, b >= a)
print({1: "int"}[1.0], 2.0 in {2}, sorted([3, 1.5, 2, 0.5]), max(1, 1.0), min(1.0, 1), [1, 2] == [1.0, 2.0])
