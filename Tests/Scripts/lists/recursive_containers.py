# Containers that hold themselves.
a = [1]
a.append(a)
t = (a, [a])
d = {"a": a}
d["d"] = d
print(a, t, d, a == a, a[1] is a, a[1][1][0], len(a))
b = [1]
b.append(b)
try:
    print(a == b)
except RecursionError as e:
    print(type(e).__name__, e)
s = {1: d.values(), 2: d.items()}
d["v"] = s
print(d)
class L(list):
    pass
l = L([1]); l.append(l); print(l)
