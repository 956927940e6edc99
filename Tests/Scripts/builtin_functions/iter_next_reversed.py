# iter with a sentinel, next with a default, reversed of everything.
vals = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(vals), 0)), next(iter([]), "d"), next(iter("a")), list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), list(reversed(b"ab")), type(iter([])).__name__, type(iter(())).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(b"")).__name__, type(iter(int, 1)).__name__, type(iter("é")).__name__, type(reversed([])).__name__, type(reversed(())).__name__)
for s in ["iter()", "iter(5)", "iter(5, 0)", "next()", "next(5)", "next([])", "next(iter([]))", "reversed()", "reversed(5)", "reversed({1})", "reversed(iter([]))", "iter([], 5, 6)", "next(iter([]), 1, 2)", "reversed(None)", "reversed(x for x in [])"]:
    try: print(s, eval(s))
    except BaseException as e: print(s, type(e).__name__, e)
it = iter([1, 2, 3]); it2 = iter(it); print(it is it2, next(it), list(it2), list(it))
c = iter(iter([1, None, 2]).__next__, None); print(list(c), list(c))
def stop(): raise StopIteration
print(list(iter(stop, 1)))
