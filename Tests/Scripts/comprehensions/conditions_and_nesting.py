# Several for and if clauses.
print([x for x in range(20) if x % 2 if x % 3], [(x, y, z) for x in range(2) for y in range(2) if x != y for z in "ab"], [x if x else None for x in range(2)], {x % 3: x for x in range(9)}, {(x, y) for x in range(2) for y in range(2)} == {(0, 0), (0, 1), (1, 0), (1, 1)})
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [v for r in m for v in r], [*map(list, zip(*m))], {k: [v for v in range(k)] for k in range(3)}, [a for a, *b in [(1, 2, 3)]], [b for a, *b in [(1, 2, 3)]], sum(x * y for x, y in zip(m[0], m[1])))
t = [1, 2]
[t[0] for t[0] in range(5)]
print(t)
class O: pass
o = O()
[0 for o.x in "ab"]
print(o.x, [y for x in range(3) if (y := x * 2)], y)
