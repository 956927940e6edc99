from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], list(reversed(d)))
d.extend([5, 6])
d.extendleft([-1, -2])
print(d, d.pop(), d.popleft(), d.count(3), d.index(3), 3 in d, 99 in d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.insert(2, "x")
d.remove("x")
d[0] = "first"
del d[1]
print(d, bool(d), bool(deque()))
limited = deque("abc", maxlen=2)
limited.append("d")
limited.appendleft("z")
print(limited, limited.maxlen, deque(range(10), 3))
print(deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), deque([1]) + deque([2]), deque([1]) * 3)
copied = d.copy()
d.clear()
print(d, copied)
d.reverse()
copied.reverse()
print(copied)
for call in (lambda: d.pop(), lambda: d.popleft(), lambda: copied.remove(77), lambda: copied[99], lambda: deque(maxlen=-1),
             lambda: limited.insert(0, 1), lambda: copied.index("nope")):
    try:
        call()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
row = deque(range(3))
try:
    for item in row:
        row.append(item)
except RuntimeError as error:
    print(error)
big = deque()
for number in range(1000):
    big.append(number)
    if number % 3 == 0:
        big.popleft()
print(len(big), big[0], big[-1], sum(big))
try:
    hash(d)
except TypeError as error:
    print(error)
