"""Sorting: stability, keys, reverse, errors, partial orders; bisect and heapq."""
import bisect
import heapq
from functools import cmp_to_key
from itertools import groupby
from operator import attrgetter, itemgetter, methodcaller

people = [("Ann", 31, 1.7), ("bob", 25, 1.8), ("Cid", 31, 1.6), ("dee", 25, 1.75), ("Eve", 40, 1.7)]
print(sorted(people, key=itemgetter(1)))
print(sorted(people, key=itemgetter(1), reverse=True))
print(sorted(sorted(people, key=itemgetter(2)), key=lambda p: -p[1]))
print(sorted((p[0] for p in people), key=str.lower), sorted(p[0] for p in people))
print([(age, [n for n, *_ in g]) for age, g in groupby(sorted(people, key=itemgetter(1, 0)), key=itemgetter(1))])
print(sorted("banana", key=cmp_to_key(lambda a, b: (a < b) - (a > b))))
class Version:
    def __init__(self, text): self.parts = tuple(map(int, text.split(".")))
    def __lt__(self, other): return self.parts < other.parts
    def __repr__(self): return "v" + ".".join(map(str, self.parts))
vs = [Version(t) for t in "1.10 1.2 1.2.3 0.9 1.10".split()]
print(sorted(vs), min(vs), max(vs), sorted(vs, key=attrgetter("parts"), reverse=True))
try: sorted([1, "a", None])
except TypeError as e: print(e)
try: sorted([3, 1, 2], key=lambda x: 1 / (x - 2))
except ZeroDivisionError as e: print(e)
data = [5, 2, 8, 1]
try:
    data.sort(key=lambda x: data.append(x))
except (ValueError, TypeError) as e: print(type(e).__name__, e)
print(data)
nan = float("nan")
print(sorted([3.0, 1.0, 2.0, -0.0, 0.0, float("inf"), float("-inf")]), sorted([True, 0, 1.5, False]))
print(sorted([[2, 1], [1, 9], [1]]), sorted([(1, "b"), (1, "a")]), sorted([{1, 2}, {1}, {1, 2, 3}], key=len))
heap = []
for n in [5, 3, 8, 1, 9, 2]: heapq.heappush(heap, n)
print([heapq.heappop(heap) for _ in range(4)], heapq.nlargest(2, people, key=itemgetter(2)), heapq.nsmallest(3, "heap"))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6, 9], reverse=False)))
scores = [33, 99, 77, 70, 89, 90, 100]
print(["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in scores])
row = [1, 3, 5]
bisect.insort(row, 4); bisect.insort_left(row, 3)
print(row, bisect.bisect_left(row, 3), bisect.bisect_right(row, 3))
print(sorted(["b2", "a10", "a2"], key=lambda s: (s[0], int(s[1:]))), sorted(map(methodcaller("lower"), ["B", "a"])))
print(list(reversed(sorted({"x": 1, "a": 2}.items()))), sorted({3: "c", 1: "a"}), sorted(range(5), key=lambda x: x % 2))
big = [(i * 7919) % 1000 for i in range(300)]
by = sorted(range(300), key=big.__getitem__)
print(all(big[a] <= big[b] for a, b in zip(by, by[1:])), by[:5], sorted(big) == sorted(big[::-1]))
