# ** and pow with and without a modulus.
print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, 2 ** -2, (-2) ** -3, 2 ** 0.5, (-8) ** 2, 10 ** 25, True ** True)
print(pow(2, 10, 1000), pow(2, -1, 7), pow(-3, 5, 7), pow(3, 5, -7), pow(5, 0, 1), pow(2, 100, 10 ** 20), pow(10 ** 20, 3, 7), pow(-1, 10 ** 20, 10))
print(pow(38, -1, 97), pow(3, -5, 10 ** 30 + 57), pow(base=2, exp=5), pow(2, exp=3, mod=5), pow(2.0, 3), pow(7, 3, 1), pow(0, 0, 1))
for s in ["pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2.0, 3, 5)", "pow(2, 3.0, 5)", "pow('a', 2)", "pow(2, 'a')", "pow(2, 3, 'a')", "pow(2)", "pow(2, 1, 2, 3)", "pow(2, -1, 0)", "2 ** 'a'"]:
    try:
        print(s, eval(s))
    except Exception as e:
        print(s, type(e).__name__, e)
