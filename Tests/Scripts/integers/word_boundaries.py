# Where representations change: 30, 31, 32, 60, 62, 63, 64 bits.
for n in (30, 31, 32, 59, 60, 61, 62, 63, 64, 65, 127, 128):
    for d in (-1, 0, 1):
        v = (1 << n) + d
        w = -v
        print(v, w, v + 1, w - 1, v * 2, v - v, v * v, w // 3, w % 3, v >> 1, v >> n, w >> n, ~v, v ^ w, v == -w, abs(w))
m = 4611686018427387903
print(m + 1, -m - 1, -m - 2, m * m, -m * m, m * -1, (m + 1) * -1, (-m - 1) * -1, (-m - 1) // -1, divmod(-m - 1, -1), -(-m - 1), abs(-m - 1))
x = m
x += 1
print(x, x - 1 == m)
x -= 1
print(x is m or x == m, x << 1, x << 2, x >> 61, 1 << 62, 1 << 63, -1 << 62, -1 << 63)
