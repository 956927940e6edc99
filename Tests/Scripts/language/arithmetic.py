# Ints beside the 63 bits of a register, floats, mixed operands, in-place operators.
edges = [0, 1, -1, 2**61, 2**62 - 1, 2**62, -(2**62), -(2**62) - 1, 2**63, -(2**63), 2**64]
for left in edges:
    for right in edges:
        print(left + right, left - right, left * right, left & right, left | right, left ^ right)
        print(left < right, left <= right, left == right, left != right, left > right, left >= right)
        if right:
            print(left // right, left % right, left / right)
    print(-left, +left, ~left, not left, abs(left), bool(left))
for left in (7, -7, 7.5, -7.5, True):
    for right in (2, -2, 0.5, 3):
        print(left + right, left - right, left * right, left / right, left // right, left % right, abs(left)**right)
for shift in (0, 1, 61, 62, 63, 64, 200):
    print(1 << shift, -1 << shift, 12345 >> shift, -12345 >> shift)
for left, right in ((1, 0), (1.0, 0), (1, 0.0)):
    for operation in (lambda: left / right, lambda: left // right, lambda: left % right):
        try:
            print(operation())
        except ZeroDivisionError as error:
            print(error)
x = 5
x += 2
x -= 1
x *= 10
x //= 7
x %= 5
x **= 3
x <<= 2
x >>= 1
x |= 9
x &= 13
x ^= 6
print(x)
y = 1.5
y += 1
y *= y
y /= 3
y -= 0.25
print(y, y is y)
total = 0
for i in range(100000):
    total += i * i % 7 - i // 3
print(total)
a = 0.0
b = a
for i in range(10):
    a = a + 0.1
    c = a * b + a - i
print(a, b, c)
for left, right in ((1, "x"), ("x", 1), ([], 1), (None, None), ("a", b"a")):
    try:
        left + right
    except TypeError as error:
        print(error)
    try:
        left < right
    except TypeError as error:
        print(error)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2, 1 == 1.0 == True, "a" < "b")
one = 1
print(one is one + 0, None is None, one is not None, 3 in (1, 2, 3), 4 not in [1, 2])
print(float("nan") == float("nan"), float("inf") > 2**70, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53)
