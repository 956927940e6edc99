# Floor division and modulo take the divisor's sign.
for a in (7, -7, 0, 1, -1, 10 ** 20, -(10 ** 20)):
    for b in (3, -3, 1, -1, 10 ** 19, -(10 ** 19)):
        print(a, b, a // b, a % b, divmod(a, b), a // b * b + a % b == a, end="; ")
    print()
for s in ["1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "10 ** 30 // 0", "10 ** 30 % 0", "10 ** 30 / 0", "1.0 // 0", "1.0 % 0", "1.0 / 0", "0 ** -1", "0.0 ** -1", "divmod(1.0, 0)", "pow(0, -1)", "True // False", "1 % False"]:
    try:
        print(eval(s))
    except ZeroDivisionError as e:
        print(s, e)
