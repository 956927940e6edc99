"""Sets and dicts: algebra, views, merging, ordering, nested defaults, mutation while iterating."""
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a < b, {3} <= a, a > {1}, a.isdisjoint({9}), a.issuperset([1, 2]), {1} == {1.0}, {True, 1, 1.0})
s = set("hello"); s.add("z"); s.discard("q"); s.update("ab", [1]); s -= {"h"}; s &= set("elozab1"); 
print(sorted(map(str, s)), len(s), frozenset("aab") == frozenset("ba"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
for bad in (lambda: {[1]}, lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [2], lambda: {1}.union([2], "a") and {1} + {2}, lambda: {{}: 1}, lambda: {}["k"], lambda: {1: 2}.popitem() and {}.popitem(), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {}.fromkeys(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
d = dict(one=1, two=2) | {"three": 3}
d |= [("four", 4)]
print(d, list(d), d.get("five"), d.get("five", 5), d.setdefault("six", 6), d.pop("six"), d.pop("none", None), "one" in d, len(d), {**d, "one": 11}, dict(zip("ab", range(2))))
k, v, i = d.keys(), d.values(), d.items()
d["five"] = 5
print(k, list(v)[-1], ("five", 5) in i, k & {"one", "x"}, sorted(k - {"one"}), sorted(k | {"q"}), list(reversed(d)), k == set(d), {"a": 1}.items() == {("a", 1)}, i.isdisjoint([("one", 2)]), k.mapping["one"])
try:
    for key in d: d[key + "!"] = 0
except RuntimeError as e: print(e)
try:
    for x in a: a.add(x + 100)
except RuntimeError as e: print(e)
for key in list(d): 
    if key.endswith("!"): del d[key]
print(d == {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}, {1: "a", True: "b", 1.0: "c"}, {(1, 2): "t"}[1, 2], dict.fromkeys("ab", []))
class Missing(dict):
    def __missing__(self, key): return f"<{key}>"
m = Missing(a=1); print(m["a"], m["b"], m.get("b"), "b" in m, "%(a)s %(z)s" % m, "{a}{z}".format_map(m))
tree = {}
for path in ("a/b/c", "a/b/d", "e"):
    node = tree
    for part in path.split("/"): node = node.setdefault(part, {})
print(tree)
def show(node, depth=0):
    for name, below in sorted(node.items()): print("  " * depth + name); show(below, depth + 1)
show(tree)
inverted = {}
for name, n in {"x": 1, "y": 2, "z": 1}.items(): inverted.setdefault(n, []).append(name)
print(inverted, {v: k for k, v in {"a": 1, "b": 2}.items()}, sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), max({"a": 3, "b": 9}.items(), key=lambda kv: kv[1])[0], min({"q": 1}, default=0))
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o): return isinstance(o, Key) and self.n == o.n
    def __repr__(self): return f"K{self.n}"
kd = {Key(n): n for n in range(8)}
del kd[Key(4)]; kd[Key(1)] = "one"; print(kd, Key(7) in kd, Key(4) in kd, {Key(1), Key(1), Key(4)})
big = {i: str(i) for i in range(2000)}
for i in range(0, 2000, 3): del big[i]
big.update({i: None for i in range(5)})
print(len(big), list(big)[:4], list(big)[-3:], sum(k for k in big), next(iter(big)), big.popitem(), {1: 2}.copy(), {}.items() == set())
print({"a": {"b": [1, {"c": ()}]}}, [{}], {1: {2: {3: {}}}}, {"x": None} != {"x": 0}, dict(a=1) < {} if False else "no order", bool({}), not set())
