"""The spectral norm of the matrix 1 / ((i + j)(i + j + 1) / 2 + i + 1), by the power method."""

from timing import measure


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(entry(i, j) * vector[j] for j in range(len(vector))) for i in range(len(vector))]


def transposed_times(vector):
    return [sum(entry(j, i) * vector[j] for j in range(len(vector))) for i in range(len(vector))]


def run():
    u = [1.0] * 60
    for _ in range(5):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    top = sum(a * b for a, b in zip(u, v))
    return (top / sum(value * value for value in v)) ** 0.5


measure(run)
