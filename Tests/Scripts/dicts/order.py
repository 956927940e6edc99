# Insertion order, and what moves a key.
d = {}
for k in "cab": d[k] = len(d)
d["c"] = 9
print(d); del d["c"]; d["c"] = 1; print(d, list(d.items()), next(iter(d)), next(reversed(d)), d.popitem())
d.update(dict(z=1, a=5)); print(d)
for i in range(20): d[i] = i
for i in range(0, 20, 2): del d[i]
d[0] = "back"; print(d)
a, b = {1: "a", 2: "b"}, {2: "b", 1: "a"}
print(a == b, list(a) == list(b), a | b, b | a, {True: 1, 1: 2, 1.0: 3}, {1: "x", "1": "y"})
e = {k: v for k, v in zip("xyx", range(3))}
print(e, dict.fromkeys("hello"), {"b": 1, **{"a": 2}, "b": 3}, list({3: 0, 1: 0, 2: 0}))
