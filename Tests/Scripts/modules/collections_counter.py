from collections import Counter

count = Counter("abracadabra")
print(count, count.most_common(2), count["z"], count.total())
print(sorted(count.elements()), list(count.items()))
count.update("aaa", b=2)
count.subtract({"c": 3})
print(count)
print(Counter(a=3, b=1) + Counter(a=1, b=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, b=2))
print(+Counter(a=1, b=-1), -Counter(a=1, b=-1))
c = Counter(a=1)
c += Counter(a=2, b=3)
c -= Counter(b=1)
print(c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1))
del c["nothing"]
print(Counter(), c.copy(), Counter(["x", "y", "x"]))
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
