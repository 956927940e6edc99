# Identity and membership.
a = []
b = a
print(a is b, a is not b, a is [], None is None, () is ())
print(1 in [1, 2], 3 not in (1, 2), "b" in "abc", "" in "abc", "bc" in "abc", b"b" in b"abc", 98 in b"abc", 1 in {1: 2}, 2 in {1: 2})
print(5 in range(10), 5 in range(0, 10, 2), 5.0 in range(10), "x" in range(3), float("nan") in [float("nan")])
n = float("nan")
print(n in [n], n == n, [n] == [n], (n,) == (n,), {1: n} == {1: n})
for bad in ["1 in 1", "1 in 'a'", "'a' in b'a'", "300 in b'a'", "[] in {1}", "{} in {}"]:
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(1 in iter([3, 2, 1]), 9 in (x for x in [1, 2]))
