# round() of ints goes to even.
print([round(x, -1) for x in (5, 15, 25, 35, -5, -15, -25, 44, 46, 1234567)], round(10 ** 30 + 5 * 10 ** 9, -10), round(5, 3), round(5), round(-7, -1), round(15, -2), round(50, -2), round(150, -2), round(5, -100), round(5, None), round(True), round(True, 1))
for s in ["round(5, 1.5)", "round(5, 'a')", "round('a')", "round()", "round(1, 2, 3)", "round(number=2, ndigits=1)", "round(None)"]:
    try:
        print(s, eval(s))
    except TypeError as e:
        print(s, e)
