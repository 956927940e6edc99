# sort is stable, uses < only, and checks the key.
words = ["banana", "Apple", "cherry", "apple", "Banana", "date"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (len(w), w), reverse=True))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"K{self.v}"
print(sorted([K(3), K(1), K(2)]), min([K(3), K(1)]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]), sorted([True, False, 2, 0.5]), sorted("bca"), sorted({3, 1, 2}), sorted({"b": 1, "a": 2}), sorted([-1, 10 ** 30, -(10 ** 30), 0, 2 ** 62]), sorted([1.5, 1, -0.0, float("-inf")]))
a = list(range(50)) + list(range(20))
a.sort(key=lambda v: v % 7); print(a)
a.sort(key=lambda v: -v); print(a[:10], sorted(a, key=lambda v: v // 10, reverse=True)[:15])
b = [3, 1, 2]
try:
    b.sort(key=lambda v: b.append(v))
except ValueError as e:
    print(e, b)
try:
    b.sort(key=lambda v: 1 / (v - 2))
except ZeroDivisionError as e:
    print(e, b)
class Bad:
    def __lt__(self, o): raise RuntimeError("cmp")
try:
    sorted([Bad(), Bad()])
except RuntimeError as e:
    print(e)
for e in ["sorted([1, 'a'])", "sorted([None, None])", "sorted(5)", "sorted([1], 2)", "sorted()", "sorted([1], key=1)", "sorted([1], foo=1)", "sorted([{}, {}])", "sorted([object(), 1])", "sorted(iterable=[1])", "sorted([3, 1], key=None)", "sorted([1, 2], reverse=1)", "sorted([b'a', 'a'])", "sorted([1, 2], reverse=[])"]:
    try:
        print(e, eval(e))
    except TypeError as x:
        print(e, x)
