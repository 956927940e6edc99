"""Multiply two matrices block by block on threads: under baton with its matrix extension, under python3 with numpy.

C[i, j] = sum over k of A[i, k] B[k, j], each a block. A thread computes one C[i, j]; blocks share nothing that is written.

usage: block_matmul.py [SIZE [BLOCK [THREADS]]]     SIZE and BLOCK in rows, SIZE a multiple of BLOCK
"""

import concurrent.futures
import sys
import time

try:
    import matrix

    def block(row, column, size):
        return matrix.from_lists(entries(row, column, size))

    def product(left, right):
        return matrix.matmul(left, right)

    def total(left, right):
        return matrix.add(left, right)

    def rows(value):
        return value.to_lists()

    LIBRARY = "matrix"
except ImportError:
    import numpy

    def block(row, column, size):
        return numpy.array(entries(row, column, size))

    def product(left, right):
        return left @ right

    def total(left, right):
        return left + right

    def rows(value):
        return value.tolist()

    LIBRARY = "numpy"


def entry(row, column):
    """Small whole numbers, so that sums are exact in any order."""
    return float((row * 7 + column * 13) % 11 - 5)


def entries(row, column, size):
    return [[entry(row + i, column + j) for j in range(size)] for i in range(size)]


def blocks_of(size, side):
    return [[block(row, column, side) for column in range(0, size, side)] for row in range(0, size, side)]


def multiply(left, right, threads):
    count = len(left)

    def one(place):
        i, j = divmod(place, count)
        result = product(left[i][0], right[0][j])
        for k in range(1, count):
            result = total(result, product(left[i][k], right[k][j]))
        return result

    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(max_workers=threads) as pool:
        results = list(pool.map(one, range(count * count)))
    return results, time.perf_counter() - start


def main(arguments):
    size = int(arguments[0]) if arguments else 1536
    side = int(arguments[1]) if len(arguments) > 1 else 256
    threads = int(arguments[2]) if len(arguments) > 2 else 2
    if side < 1 or size % side:
        sys.exit(f"block_matmul.py: {size} rows are not whole blocks of {side}")
    matrices = blocks_of(size, side)
    work = 2.0 * size**3
    alone, alone_time = multiply(matrices, matrices, 1)
    together, together_time = multiply(matrices, matrices, threads)
    print(f"{size} x {size} in blocks of {side}, {LIBRARY}", file=sys.stderr)
    print(f"1 thread: {work / alone_time / 1e9:8.2f} GFLOP/s")
    print(f"{threads} threads: {work / together_time / 1e9:7.2f} GFLOP/s, {alone_time / together_time:.2f} times as fast")
    print("same products:", all(rows(a) == rows(b) for a, b in zip(alone, together)))
    exact = sum(entry(0, k) * entry(k, 0) for k in range(size))
    print("first element:", rows(together[0])[0][0], "as a plain loop gives it:", rows(together[0])[0][0] == exact)
    print("Notice: a block is large enough that putting the lock down costs nothing beside its product.")


main(sys.argv[1:])
