"""matrix from a script: products, systems and inverses beside plain loops over lists, and what does not fit."""

import matrix
import random

rnd = random.Random(5)
TOLERANCE = {"float64": 1e-9, "float32": 1e-3}


def rows(count, columns):
    return [[rnd.uniform(-1, 1) for _ in range(columns)] for _ in range(count)]


def product(a, b):
    """By the plain triple loop."""
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def distance(m, expected):
    values = m.to_lists()
    assert [len(row) for row in values] == [len(row) for row in expected], (m.shape, len(expected))
    return max(abs(x - y) for p, q in zip(values, expected) for x, y in zip(p, q))


def fails(error, words, f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except error as raised:
        assert words in str(raised), raised
    else:
        raise AssertionError(f"{result!r} came, and {error.__name__} was expected")


# Sizes around those of the kernels' blocks.
SHAPES = [
    (1, 1, 1), (1, 5, 3), (3, 1, 2), (4, 4, 4), (5, 7, 9), (31, 33, 35), (64, 64, 64), (65, 3, 66), (2, 129, 2),
    (67, 70, 5), (8, 8, 1), (1, 300, 1),
]
for n, k, m in SHAPES:
    a, b = rows(n, k), rows(k, m)
    expected = product(a, b)
    for dtype, tolerance in TOLERANCE.items():
        left, right = matrix.from_lists(a, dtype), matrix.from_lists(b, dtype)
        for multiply in (matrix.matmul, matrix.matmul_blocked):
            assert distance(multiply(left, right), expected) < tolerance, (n, k, m, dtype, multiply)
            out = matrix.zeros(n, m, dtype)
            assert multiply(left, right, out=out) is out
            assert distance(out, expected) < tolerance
        assert distance(left @ right, expected) < tolerance
        assert distance(left.T, [list(column) for column in zip(*a)]) < tolerance
        assert distance(matrix.add(left, left), [[2 * x for x in row] for row in a]) < tolerance
        assert distance(matrix.scale(left, -0.5), [[-0.5 * x for x in row] for row in a]) < tolerance
        assert abs(matrix.norm(left) - sum(x * x for row in a for x in row) ** 0.5) < tolerance
        assert distance(matrix.from_bytes(left.to_bytes(), n, k, dtype), a) < tolerance
        assert memoryview(left).shape == (n, k)

for n in (1, 2, 3, 16, 17, 50):
    a = [[x + (n if i == j else 0) for j, x in enumerate(row)] for i, row in enumerate(rows(n, n))]
    system, solution = matrix.from_lists(a), rows(n, 3)
    assert distance(matrix.solve(system, matrix.from_lists(product(a, solution))), solution) < 1e-9
    assert distance(matrix.matmul(matrix.inverse(system), system), matrix.identity(n).to_lists()) < 1e-9

# Nothing is a size too.
none = matrix.zeros(0, 3)
assert matrix.matmul(none.T, none).to_lists() == [[0.0] * 3] * 3
assert matrix.matmul(none, none.T).shape == (0, 0) and matrix.norm(none) == 0
assert matrix.inverse(matrix.zeros(0, 0)).shape == (0, 0)

a = matrix.zeros(2, 3)
fails(ValueError, "shapes (2, 3) and (2, 3) do not fit", matrix.matmul, a, a)
fails(ValueError, "shapes (2, 3) and (3, 2) do not fit", matrix.add, a, a.T)
fails(ValueError, "shapes (2, 3) and (2, 3) do not fit", matrix.solve, a, a)
fails(ValueError, "out has shape (2, 3), the product of (2, 3) and (3, 2) has (2, 2)", matrix.matmul, a, a.T, out=a)
fails(TypeError, "float64 and float32 differ", matrix.matmul, a, a.T, out=matrix.zeros(2, 2, "float32"))
fails(TypeError, "must be real number, not str", matrix.scale, a, "x")
fails(OverflowError, "is too large", matrix.zeros, 2**31, 1)
fails(OverflowError, "int too large to convert to float", matrix.from_lists, [[10**400]])
fails(IndexError, "outside of the shape (2, 3)", lambda: a[5, 5])
fails(TypeError, "is not safe", object.__new__, type(a))


# Lists that change while they are read.
class Emptying:
    def __init__(self, target):
        self.target = target

    def __float__(self):
        self.target.clear()
        return 1.0


outer, inner = [], []
outer.extend([[Emptying(outer), 2.0], [3.0, 4.0]])
inner.extend([Emptying(inner), 2.0, 3.0])
fails(IndexError, "list index out of range", matrix.from_lists, outer)
fails(IndexError, "list index out of range", matrix.from_lists, [inner, [1.0, 2.0, 3.0]])
print("matrix: as plain loops have it")
