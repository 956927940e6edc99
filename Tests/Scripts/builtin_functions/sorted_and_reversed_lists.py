# sorted makes a new list of any iterable.
d = {"b": 1, "a": 3, "c": 2}
print(sorted(d), sorted(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]), sorted([3, 1, 2], reverse=True), sorted("hello world".split(), key=lambda s: s[::-1]), sorted({3, 1}), sorted(x * x for x in (3, -1)), sorted([]), sorted([[2, 1], [1, 2], [1]]), sorted(["a", "B"], key=str.casefold))
people = [("Ann", 30), ("Bob", 25), ("Cid", 30)]
print(sorted(people, key=lambda p: (-p[1], p[0])), sorted(sorted(people), key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
from functools import cmp_to_key
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
