# Arithmetic far beyond a machine word.
a, b = 3 ** 200, 7 ** 150
print(a + b, a - b, b - a, a * b)
print(a // b, a % b, -a // b, -a % b, a // -b, a % -b, divmod(-a, -b))
print(a << 70, a >> 70, -a >> 70, a & b, a | b, a ^ b, ~a, -a & b, -a | b, -a ^ -b)
print(2 ** 1000 % 1000007, pow(3, 10 ** 30, 10 ** 9 + 7), (a * b) // a == b, a ** 3 % 10 ** 20)
print(10 ** 50 // 3, -(10 ** 50) // 3, 10 ** 50 % -7, (10 ** 50).bit_length(), (1 << 500).bit_count(), (-1 << 64).bit_length())
