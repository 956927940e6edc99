# Truth of iterables.
print(any([]), all([]), any([0, "", 1]), all([1, "a"]), any(x > 2 for x in [1, 3]), all(x for x in [1, 0]), len(""), len({1: 2}), len(range(5)), len(b"abc"), any({}), all({0: 1}), any("a"), all([[]]))
for s in ["any()", "all(5)", "any(1, 2)", "len()", "len(5)", "len(None)", "len(x for x in [])", "len(int)", "len([], [])", "any(None)"]:
    try: print(s, eval(s))
    except TypeError as e: print(s, e)
