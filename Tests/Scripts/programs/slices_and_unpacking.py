"""Slicing of everything, unpacking, star calls, swaps, comprehension scopes."""
row = list(range(10))
print(row[2:5], row[-3:], row[::3], row[::-2], row[8:2:-2], row[5:100], row[100:], row[:-20], row[-20:3], row[3:3])
row[2:5] = "abc"; print(row); row[::4] = [0, 0, 0]; print(row)
del row[1:3]; row[0:0] = [9, 9]; row[len(row):] = [7]; print(row)
try: row[::2] = [1]
except ValueError as e: print(e)
del row[::3]; print(row, row.index(7), row.count(9))
s = "héllo wörld"
print(s[1:4], s[::-1], s[-5:-1], s[100:], s[slice(None, None, 2)], "".join(reversed(s))[0])
t = tuple("abcdef")
print(t[1:-1:2], t[::-1][:2], (t + (1,))[-1], t * 2 == t + t, t.index("c"), () < (0,) < (0, 0) < (1,))
first, *middle, last = s
print(first, "".join(middle), last)
(a, b), [c, *d], e = (1, 2), "xyz", {"k": 1}
print(a, b, c, d, e)
*init, = range(3); x, = [5]; print(init, x)
for bad in ("a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5", "[a, b] = 'x'", "(a, b), c = 1, 2"):
    try: exec(bad)
    except Exception as err: print(type(err).__name__, err)
a, b, c = 1, 2, 3
a, b, c = c, a, b; print(a, b, c)
i = 0; grid = [0, 0, 0]
i, grid[i] = 2, 9; print(i, grid)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7, a=8), f(*[1, 2], *(3,), d=1, **{"e": 2}, **{"x y": 3}))
for call in ("f()", "f(1)", "f(1, d=1, d=2)", "f(1, b=2, d=3)", "f(**{1: 2})", "f(1, *5, d=1)", "f(1, d=1, **[1])", "f(1, **{'d': 1}, **{'d': 2})"):
    try: print(eval(call))
    except (TypeError, SyntaxError) as err: print(type(err).__name__, str(err).split(" (<")[0])
print([*range(3), *"ab", *{"k": 1}], {*[1, 2], *[2, 3]}, {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2))
fs = [lambda: i for i in range(3)]; gs = [lambda i=i: i for i in range(3)]
print([f_() for f_ in fs], [g() for g in gs], i)
print([x for x in range(3)], x, [(x, y) for x in range(3) for y in range(x) if x != y], {x: y for x, y in zip("ab", [1, 2])}, {x % 3 for x in range(10)})
print([[r[k] for r in ([1, 2], [3, 4])] for k in range(2)], [y := 5, y ** 2], [z for z in "abc" if (up := z.upper()) != "B"], up)
def outer():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def peek(): return n
    return inc, peek
inc, peek = outer(); inc(); inc(5); print(peek())
print(max([3, 1], [2, 9]), max("abc", "abd", key=lambda v: v[::-1]), min((), default="none"), max(1, 2.0, True), sum([[1], [2]], []), all([]), any([]))
print(list(zip("abc", range(2))), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), [*filter(None, [0, 1, "", "a"])], list(enumerate("ab", 5)), divmod(7, 2))
r = range(10, 0, -3); print(list(r), r[1], r[-1], len(r), 7 in r, r.index(4), r[::-1], r == range(10, 1, -3), range(0) == range(5, 1), hash(r) == hash(range(10, 1, -3)))
