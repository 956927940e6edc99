# Operators bind as the grammar says.
print(2 + 3 * 4, (2 + 3) * 4, 2 * 3 % 4, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1)
print(1 << 2 + 3, 1 | 2 ^ 3 & 4, ~1 + 1, not 1 == 2, - - 3, +-+3, ~~5)
print(7 // 2 * 2 + 7 % 2, 10 - 4 - 3, 100 / 10 / 2, 2 * 3 ** 2, -3 ** 2 * 2)
print(1 if 0 else 2 if 0 else 3, (lambda: 1 if 1 else 2)(), not not 1 in [1])
print(1 < 2 & 3, 1 + 2 < 3 << 1, "a" "b" * 2, 5 and 0 or 7, not 0 and 1)
