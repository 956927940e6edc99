# A list may change while it is iterated.
a = [1, 2, 3, 4]
for x in a:
    print(x, end=" ")
    if x == 2: a.remove(2)
    if x == 4 and len(a) < 6: a.append(4)
print(a)
it = iter(a)
print(next(it), it.__length_hint__())
a.clear()
print(list(it), next(it, "done"))
a.extend([7, 8])
print(list(it))
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r), list(r))
b = [1, 2, 3]
for i in b[:]: b.append(i * 10)
print(b)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e:
    print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]; d[k + 10] = 1
except RuntimeError as e:
    print(e)
try:
    for k, v in d.items(): d.clear()
except RuntimeError as e:
    print(e)
