# Messages of operators with wrong operands.
values = {"i": 1, "f": 1.5, "s": "a", "b": b"a", "l": [1], "t": (1,), "d": {}, "st": {1}, "n": None, "e": ..., "o": len, "c": int}
for op in ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "<=", ">", ">="]:
    for x, y in [("i", "s"), ("s", "i"), ("l", "t"), ("b", "s"), ("n", "i"), ("d", "d"), ("st", "l"), ("f", "f"), ("e", "o"), ("c", "n"), ("s", "b"), ("t", "l")]:
        try:
            r = eval(f"{x} {op} {y}", dict(values))
        except TypeError as e:
            r = e
        except Exception as e:
            r = type(e).__name__, e
        print(x, op, y, r)
