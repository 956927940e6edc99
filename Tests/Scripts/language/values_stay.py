"""Values that were given out stay what they are, however often their places are stored to."""

# Tuples of enumerate, zip and dict.items that somebody keeps.
for make in (lambda: enumerate("abcd"), lambda: zip("abcd", range(300, 304)), lambda: {i: i + 500 for i in range(4)}.items()):
    print(list(make()), [pair for pair in make()], tuple(make()))
    iterator = iter(make())
    first = next(iterator)
    second = next(iterator)
    print(first, second, next(iterator), first)
    kept = []
    for pair in make():
        if len(kept) % 2 == 0:
            kept.append(pair)
        else:
            kept.append(list(pair))
    print(kept)
    print([a for a, b in make()], {b: a for a, b in make()})
print(list(zip([1, 2, 3], [4, 5, 6], [7, 8, 9])), list(zip()), list(zip([1])), list(enumerate([], 5)))


# Ints that a place held before another was stored there.
class Counter:
    __slots__ = ("slot", "__dict__")


counter = Counter()
seen = []
for number in (0, 255, 256, 257, 100_000, -5, -6, -100_000, 2**62 - 1, 2**62, -(2**62), 2**63, 2**70, 70_000):
    counter.slot = number
    counter.field = number
    row = [number]
    table = {"key": number, 5: number}
    total = number
    before = (counter.slot, counter.field, row[0], table["key"], table[5])
    counter.slot += 70_000
    counter.field += 70_000
    row[0] += 70_000
    table["key"] += 70_000
    table[5] += 70_000
    total += 70_000
    after = (counter.slot, counter.field, row[0], table["key"], table[5], total)
    for _ in range(3):
        counter.slot -= 1
        counter.field -= 1
        row[0] -= 1
        table["key"] -= 1
        table[5] -= 1
    print(before, after, counter.slot, counter.field, row, table)
    seen.append(counter.slot)
print(seen)
values = [1000, 2000, 3000]
other = list(values)
third = values[0]
values[0] += 1
values[1], values[2] = values[2], values[1]
print(values, other, third)

# Floats that are made of others.
x = y = 1.5
z = x
x += y
print(x, y, z)
x = x * x - y * y + z
print(x, y, z)
pair = (x, y)
x /= 2.0
y -= x
print(pair, x, y, x > y, x < y, x == y, x != y, x >= y, x <= y)
nan = float("nan")
print(nan > 1.0, nan < 1.0, nan == nan, nan != nan, nan >= nan, nan <= nan)
for left in (nan, 1.0, -0.0):
    for right in (0.0, nan, 1.0):
        row = ""
        if left < right:
            row += "<"
        if left <= right:
            row += "≤"
        if left == right:
            row += "="
        if left != right:
            row += "≠"
        if left > right:
            row += ">"
        if left >= right:
            row += "≥"
        print(left, right, row)

# Text that grows.
text = "a"
copy = text
text += "b"
print(text, copy)
for part in ("c", "é", "€", "😀", "z"):
    before = text
    text += part
    print(text, before, len(text), hash(text) == hash(before + part), text.encode())
line = ""
lines = {}
for i in range(200):
    line += "x" * (i % 7)
    if i % 50 == 0:
        lines[line] = i
print(len(line), sorted(len(key) for key in lines), [lines[key] for key in lines])
text = "ab"
text += text
print(text)
text = "long" * 1000
text += "é"
text += "plain"
print(len(text), text[-6:], text.isascii())

# Ints in formatted strings.
for number in (0, 7, -7, 123456, -123456, 2**62, -(2**61)):
    print(f"{number}|{number:5}|{number:>9}|{number:<9}|{number:^9}|{number:09}|{number:x}|{number:X}|{number:08x}|{number:d}")
    print(f"{number!r}|{number!r:>12}|{number:+}|{number:,}|{number:<05}|{number:*^12}|{number:>012}|{number:b}|{number:#x}|{number:e}")
for spec in ("y", "5.3", "dd", "<x5", "xx"):
    try:
        print(f"{7:{spec}}")
    except ValueError as error:
        print(error)
