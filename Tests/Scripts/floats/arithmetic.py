# Floats with floats and ints, signs and infinities.
inf, nan = float("inf"), float("nan")
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), divmod(7.5, -2), 1e300 * 1e10, 5 % inf, -5 % inf, 5 // inf, -5 // inf, inf // 1, inf % 1, 0.0 % -1, -0.0 % 1)
print(inf - inf, inf * 0, inf + 1, -inf, nan == nan, nan != nan, nan < 1, inf > 10 ** 400, -inf < -(10 ** 400), 1e308 * 10, 0.0 == -0.0, str(-0.0), 0.1 + 0.2 == 0.3, 1e16 + 1, 3 * 0.1)
print(2 ** 0.5, 2.0 ** 3, 0.0 ** 0, inf ** 0, 1 ** nan, (-2.0) ** 3, 2.0 ** -1, 4 ** 0.5, inf ** -1, (-inf) ** 3, 0.5 ** inf, -1.0 ** 2)
for s in ["10.0 ** 400", "1e200 ** 2", "(1e200) * (1e200)", "0.0 ** -1", "-0.0 ** -1", "1e400 // 1", "2.0 ** 1024", "1.0 / 0.0", "1.0 // 0.0", "1.0 % 0.0"]:
    try:
        print(s, eval(s))
    except ArithmeticError as e:
        print(s, type(e).__name__, e)
