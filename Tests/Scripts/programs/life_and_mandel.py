"""Game of life, mandelbrot in text, run-length coding, spiral, magic squares."""
from itertools import product, groupby
def step(cells):
    counts = {}
    for x, y in cells:
        for dx, dy in product((-1, 0, 1), repeat=2):
            if dx or dy:
                counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}
cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): cells = step(cells)
print(sorted(cells))
def show(cells):
    xs, ys = zip(*cells)
    for y in range(min(ys), max(ys) + 1):
        print("".join("#" if (x, y) in cells else "." for x in range(min(xs), max(xs) + 1)))
show(cells)
for row in range(9):
    line = ""
    for col in range(40):
        x, y = col / 16 - 2, row / 4 - 1
        a = b = 0.0
        for n in range(20):
            a, b = a * a - b * b + x, 2 * a * b + y
            if a * a + b * b > 4: break
        line += " .:-=+*#%@"[n // 2]
    print(line.rstrip())
encode = lambda s: "".join(f"{len(list(g))}{k}" for k, g in groupby(s))
def decode(s):
    n = ""
    for ch in s:
        if ch.isdigit(): n += ch
        else: yield ch * int(n or 1); n = ""
print(encode("aaabccdddd"), "".join(decode("3a1b2c4d")))
def spiral(m):
    while m:
        yield from m.pop(0)
        m = [list(r) for r in zip(*m)][::-1]
print(list(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])))
n = 5
sq = [[n * ((i + j - 1 + n // 2) % n) + (i + 2 * j - 2) % n + 1 for j in range(1, n + 1)] for i in range(1, n + 1)]
print(sq, {sum(r) for r in sq} | {sum(c) for c in zip(*sq)})
def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        q, n = divmod(n, v); out += s * q
    return out
print([roman(i) for i in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
def caesar(text, k): return "".join(chr((ord(c) - b + k) % 26 + b) if c.isascii() and c.isalpha() and (b := 65 if c.isupper() else 97) else c for c in text)
print(caesar("Hello, Wörld!", 3), caesar(caesar("abc xyz", 5), -5))
print(*(("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0)) or i for i in range(1, 16)))
