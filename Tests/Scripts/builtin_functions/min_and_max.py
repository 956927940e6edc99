# key, default, ties, errors.
print(min(3, 1, 2), max([3, 1]), min("bca"), max({1: 2, 5: 0}), min([], default="d"), max((), default=None), min([-3, 2], key=abs), max("aa", "b", key=len), max([1, 1.0, True]), min([True, 1]), max([(1, "a"), (1, "b")]), min(iter([2, 1])), max(1, 2, key=lambda x: -x), min([1], key=None), max(["b", "a"], key=str.upper))
for s in ["min()", "max([])", "min(5)", "max(1, 'a')", "min([1, 'a'])", "max(1, 2, default=3)", "min([], key=len)", "max([1], foo=1)", "min(default=1)", "max(None)", "min([[1], 2])", "max([1, 2], key=5)", "min({})"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
