# Starts, floats, and what it refuses.
print(sum([1, 2, 3]), sum([]), sum([1], 5), sum([0.1] * 10), sum([[1], [2]], []), sum((i for i in range(5)), start=10), sum([True, True]), sum([1, 2.5]), sum([10 ** 30, 1]), sum([1.5, 2 ** 60]), sum([(1,), (2,)], ()), sum({1: 2, 3: 4}), sum([1e16, 1, -1e16]), sum([2 ** 62] * 4), sum([-(2 ** 63), -1]))
for s in ["sum()", "sum(5)", "sum(['a'])", "sum(['a'], '')", "sum([b'a'], b'')", "sum([bytearray()], bytearray())", "sum([1], 2, 3)", "sum([None])", "sum([1, []])", "sum([], x=1)", "sum([[1]], ())"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
