# Items, slices, loops over what changes, dicts of all kinds of keys, strings.
l = [1, 2, 3, 4, 5]
print(l[0], l[-1], l[1:3], l[::-1], l[:2], l[10:], l[-100:2])
l[0] = "a"
l[-1] = 2**70
l[1:3] = [9, 9, 9]
del l[0], l[-1]
print(l)
t = (1, "b", 3.5)
print(t[0], t[-1], t[1:])
for container, key in (([], 0), ((), 5), ({}, "k"), ("abc", 10), ([1], "x"), ((1,), 1.0), (5, 0), (None, 1)):
    try:
        print(container[key])
    except (IndexError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
for container, key in (((1,), 0), ("abc", 0), (5, 0), ([1], 5)):
    try:
        container[key] = 1
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
d = {1: "int", 1.5: "float", "s": "str", (1, 2): "tuple", None: "none", 2**70: "big", -1: "minus one"}
print(d[1], d[1.0], d[True], d[1.5], d["s"], d[1, 2], d[None], d[2**70], d[-1])
d[True] = "bool"
d[0] = 0
print(d, len(d), 1 in d, 7 not in d)
del d[1.5]
for k, v in d.items():
    print(k, v)
try:
    for k in d:
        d[k, k] = 1
except RuntimeError as error:
    print(error)
counts = {}
for word in "a b a c b a".split():
    counts[word] = counts.get(word, 0) + 1
print(counts, {**counts, "z": 1}, [*counts, *"xy"], sorted({*"aab"}))
numbers = {}
for i in range(2000):
    numbers[i * 7 % 1999] = i
print(len(numbers), numbers[5], sum(numbers.values()), -5 in numbers)
s = ""
for i in range(1000):
    s += str(i)
    if i % 300 == 0:
        kept = s
print(len(s), s[-10:], len(kept))
u = "añ€😀"
for c in u:
    print(c, ord(c))
print(u[1], u[-1], u[1:3], u + "x", "x" in u, u * 2)
x = 5
name = "n"
print(f"{x}", f"{x!r}{x:05d}{x:>{x}}", f"{name}={x}", f"{{}}", f"{x=}", f"a{'b' + f'{x}'}c")
matrix = [[i * j for j in range(4)] for i in range(3)]
matrix[1][2] += 100
print(matrix, [row[1] for row in matrix])
a, (b, c), *rest = 1, (2, 3), 4, 5
a, b = b, a
print(a, b, c, rest)
q = [3, 1, 2]
q.sort()
q.append(q.pop(0))
print(q, sorted(q, reverse=True), list(reversed(q)), list(enumerate(q)), list(zip(q, "abc")))
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 10:
        break
else:
    print("never")
print(i)
for i in []:
    pass
else:
    print("else")
print([i for i in range(10, 0, -3)], list(range(0)), list(range(2**70, 2**70 + 2)))
big = 0
for i in range(2**62 - 2, 2**62 + 2):
    big = i
print(big)
print(not [], not [1], [] or "x", [1] and "y", None or 0, 1 if [] else 2)
print({}.setdefault("a", []), dict(a=1), dict([(1, 2)]), set(), frozenset([1]), bytes([65]), b"ab"[0])
lst = [1, 2, 3]
for item in lst:
    if item < 3:
        lst.append(item + 10)
    if len(lst) > 10:
        break
print(lst)
