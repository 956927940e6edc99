# eval(repr(x)) == x for containers of all kinds.
for v in [1, -1.5, "it's", 'q"', "both'\"", "\n\t\\\x00é\u2028\ud800", b"\x00'\"\\", [1, [2, (3,)]], (), (1,), {}, {1: {2: 3}}, {1, 2}, set(), frozenset(), frozenset([1]), bytearray(b"x"), range(1, 9, 2), slice(1, None), None, True, ..., 1e100, -0.0, 10 ** 40, [set(), ()], {"a": [None]}]:
    r = repr(v)
    print(r, eval(r) == v)
