# Ranges: length, indexing, equality, membership, methods.
for r in [range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(5, 1), range(0), range(-3, 3), range(10 ** 20, 10 ** 20 + 5, 2), range(0, -10, -4)]:
    print(r, list(r), len(r), bool(r), list(reversed(r)), r.start, r.stop, r.step, r[1:3], r[::-1], r == range(r.start, r.stop, r.step), hash(r) == hash(range(r.start, r.stop, r.step)), 2 in r, 2.0 in r, "a" in r, r.count(4), list(r)[-1:] == list(r[-1:]))
print(range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), range(3) != [0, 1, 2], range(10).index(4), range(0, 10, 2).index(4), range(True), range(3)[True], range(10)[-1], range(10 ** 30)[10 ** 29], 10 ** 29 in range(10 ** 30), range(5)[1:-1], range(10)[::3], range(10)[8:2:-2], range(5).__contains__(3), max(range(5)), sum(range(101)), range(1, 10).__len__(), type(iter(range(3))).__name__, type(iter(range(10 ** 30))).__name__, repr(range(1, 2, 1)), repr(range(0, 1)))
for e in ["range()", "range(1.5)", "range('a')", "range(1, 2, 0)", "range(1, 2, 3, 4)", "range(3)[3]", "range(3)[-4]", "range(3)['a']", "range(3).index(5)", "range(3).index('a')", "range(3) + range(2)", "range(3)[0] if 0 else range(3).x", "len(range(10 ** 30))", "range(3) < range(4)", "range(stop=3)", "range(None)", "range(3)[1.0]", "range(10 ** 30)[10 ** 31]", "range(3)[0] + 'a'"]:
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
it = iter(range(3)); print(next(it), it.__length_hint__(), list(it), list(it), next(it, None))
for attr in ("start", "x"):
    try: setattr(range(3), attr, 1)
    except AttributeError as e: print(e)
