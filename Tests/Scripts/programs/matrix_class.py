"""A matrix with operators, slices and formatting."""
import math
import operator
from functools import reduce


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __getitem__(self, key):
        if isinstance(key, tuple):
            r, c = key
            part = self.rows[r]
            if isinstance(r, slice):
                return Matrix([row[c] if isinstance(c, slice) else [row[c]] for row in part])
            return part[c]
        return self.rows[key]

    def __setitem__(self, key, value):
        r, c = key
        self.rows[r][c] = value

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            return NotImplemented
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(operator.mul, row, col)) for col in columns] for row in self.rows])

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])
    __rmul__ = __mul__

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, other.rows, strict=True)])

    def __neg__(self): return self * -1
    def __pow__(self, n): return reduce(operator.matmul, [self] * n, Matrix.identity(len(self.rows)))
    def __eq__(self, other): return isinstance(other, Matrix) and self.rows == other.rows
    def __iter__(self): return iter(self.rows)
    def __len__(self): return len(self.rows)
    def __bool__(self): return any(any(r) for r in self)
    def __format__(self, spec):
        return "\n".join(" ".join(format(x, spec) for x in row) for row in self)
    def __repr__(self): return f"Matrix({self.rows})"
    def transpose(self): return Matrix(zip(*self))


m = Matrix([[1, 2], [3, 4]])
print(m @ m, m ** 3, 2 * m, -m + m, bool(-m + m), len(m), m.shape)
print(f"{m * 1.5:6.2f}")
print(m.transpose()[:, 1], m[0, 1], m[0], m[:1, :], m[-1, -1])
m[0, 0] = 10
print(m == m.transpose().transpose(), m == [[10, 2], [3, 4]], m != Matrix.identity(2))
for bad in (lambda: m @ Matrix([[1, 2, 3]]), lambda: m + Matrix([[1], [2]]), lambda: Matrix([[1], [2, 3]]), lambda: m @ 3, lambda: m[5], lambda: {m: 1}):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, "-", e)
fib = Matrix([[1, 1], [1, 0]]) ** 90
print(fib[0, 1], math.isqrt(fib[0, 1]), [*map(sum, m)], [max(r) for r in m], sum((r for r in m), []))
a, (b, *c) = m
print(a, b, c)
