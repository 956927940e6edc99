# round() is correctly rounded, ties to even.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e300 if 0 else 1e10)], type(round(2.0)), type(round(2.0, 0)), round(2.675, 2), round(1.005, 2), round(0.15, 1), round(0.25, 1), round(0.35, 1), round(1234.5678, -2), round(1e22, 2), round(1.5, 400), round(123.456, -400), round(5e-324, 330), round(-2.5), round(-0.4), round(1e16), round(0.1, 20), round(2.5, 0), round(-2.5, 0), round(1.7976931348623157e308, -300))
for s in ["round(1.7e308, -308)", "round(float('nan'), 2)", "round(float('inf'), 2)", "round(1.5, 'a')", "round(1.5, 1.0)", "round(1.5, None)"]:
    try:
        print(s, eval(s))
    except Exception as e:
        print(s, type(e).__name__, e)
