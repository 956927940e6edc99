# strict, start, unequal lengths.
print(list(zip()), list(zip([1])), list(zip([1, 2], "ab", (True, False, None))), list(zip([1, 2], [3, 4], strict=True)), list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("a", start=-1)), list(enumerate(["x"], 10 ** 30)), dict(enumerate("ab")), next(enumerate("q")), list(zip(*[(1, 2), (3, 4)])), list(enumerate("ab", 2 ** 62 - 1)))
for s in ["list(zip([1], [1, 2], strict=True))", "list(zip([1, 2], [1], strict=True))", "list(zip([1], [1], [], strict=True))", "zip(5)", "zip([1], 5)", "enumerate()", "enumerate(5)", "enumerate([], 'a')", "enumerate([], 1.5)", "list(zip([1], x=1))", "enumerate([], 1, 2)", "enumerate(iterable='a', start=1)", "zip([], strict=5)", "enumerate(x=[])"]:
    try: print(s, str(eval(s))[:10])
    except Exception as e: print(s, type(e).__name__, e)
z = zip([1, 2], iter([3])); print(next(z), next(z, "end"))
for i, (a, b) in enumerate(zip("xy", [1, 2]), 1): print(i, a, b)
